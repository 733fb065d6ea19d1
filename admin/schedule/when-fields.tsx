import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useToday } from '../../browser/use-today';
import { CheckBox } from '../design/checkbox';
import { Field } from '../design/field';
import { Icon } from '../design/icon';
import { DateInput } from '../design/text-input';
import { TimeInput } from '../design/time-input';
import { useWords } from '../words';
import type { TakenBy } from './free-times';
import { TimeChoices } from './time-choices';
import type { When } from './use-when';

interface WhenFieldsProps {
  readonly when: When;
  /** Who would be busy, by name. */
  readonly names: { readonly clinician: string; readonly client: string };
  readonly error?: string | undefined;
  readonly doubleBook: boolean;
  readonly onDoubleBook: (doubleBook: boolean) => void;
}

/** A day and a time, typed or taken from the free ones; where it is taken, says by whom and shows what is free instead. */
export function WhenFields({ when, names, error, doubleBook, onDoubleBook }: WhenFieldsProps) {
  const say = useWords();
  const today = useToday();
  const [misread, setMisread] = useState(false);
  return (
    <section className="when">
      <div className="when-typed">
        <Field label={say('schedule.fields.day')} error={error} required>
          {(control) => <DateInput {...control} min={today} value={when.day} onChange={when.setDay} />}
        </Field>
        <Field label={say('schedule.fields.time')} error={misread ? say('fields.not_a_time') : undefined} required>
          {(control) => (
            <TimeInput
              {...control}
              value={when.time}
              onChange={when.setTime}
              onMisread={(text) => setMisread(text !== undefined)}
            />
          )}
        </Field>
      </div>
      {when.taken && (
        <div className="when-taken" role="alert">
          <Icon of={CircleAlert} />
          <div>
            <TakenWords by={when.taken} names={names} />
            <CheckBox label={say('schedule.fields.doubleBook')} checked={doubleBook} onChange={onDoubleBook} />
          </div>
        </div>
      )}
      <TimeChoices
        legend={say(when.taken ? 'schedule.times.near' : 'schedule.times.title')}
        times={when.times}
        chosen={when.start}
        onPick={when.pick}
        focused={when.shownFree}
      />
    </section>
  );
}

function TakenWords({ by, names }: Pick<WhenFieldsProps, 'names'> & { readonly by: readonly TakenBy[] }) {
  const say = useWords();
  const one = (who: TakenBy): string => {
    if (who === 'clinician') return say('schedule.taken.clinician', { clinician: names.clinician });
    if (who === 'client') return say('schedule.taken.client', { client: names.client });
    return say('schedule.taken.room');
  };
  const told = by.length > 0 ? by.map(one) : [say('schedule.taken.someone')];
  return (
    <p>
      <strong>{told.join(' ')}</strong> {say('schedule.taken.choose')}
    </p>
  );
}
