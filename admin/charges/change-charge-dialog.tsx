import type { ChargeView } from '../../api/charges/charge.contract';
import { same } from '../../browser/http/conflict';
import { fieldText } from '../../browser/http/problem-words';
import { useFormats, useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { Select } from '../design/select';
import { TextInput } from '../design/text-input';
import { useAct } from '../form/use-act';
import { useDraft } from '../form/use-draft';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { places, readModifiers, usePlaceName } from './charge-look';
import { useChargeCodes } from './use-charge-codes';

interface ChangeChargeDialogProps {
  readonly charge: ChargeView;
  readonly onClose: () => void;
}

/** Bills a visit otherwise than Kept proposed. The fee is that of the code on the day. */
export function ChangeChargeDialog({ charge, onClose }: ChangeChargeDialogProps) {
  const say = useWords();
  const speech = useSpeech();
  const formats = useFormats();
  const { toasts } = useProgram();
  const placeName = usePlaceName();
  const { codes = [], unread } = useChargeCodes(charge.id);
  const { values, set } = useDraft({
    code: charge.code,
    modifiers: charge.modifiers.join(' '),
    minutes: charge.minutes === null ? '' : String(charge.minutes),
    place: charge.placeOfService,
  });
  const { act, busy, problem } = useAct('charges', { alsoChanges: ['charges', 'timeline'] });
  const modifiers = readModifiers(values.modifiers);
  const minutesWrong = charge.minutes !== null && !/^[1-9]\d{0,2}$/.test(values.minutes.trim());
  const faultOf = (field: string): string | undefined => {
    const fault = problem?.errors.find(({ pointer }) => pointer === `/${field}`);
    return fault && fieldText(speech, fault);
  };
  const save = async () => {
    if (busy || minutesWrong || !modifiers) return;
    const data = {
      ...(values.code !== charge.code && { code: values.code }),
      ...(!same(modifiers, charge.modifiers) && { modifiers }),
      ...(charge.minutes !== null && Number(values.minutes) !== charge.minutes && { minutes: Number(values.minutes) }),
      ...(values.place !== charge.placeOfService && { placeOfService: values.place }),
    };
    if (Object.keys(data).length === 0) return onClose();
    try {
      await act({ id: charge.id, verb: 'change', version: charge.version, data });
      toasts.add({ text: say('charges.change.done'), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog, and what was typed stays
    }
    return undefined;
  };
  const own = { value: charge.code, name: `${charge.code} · ${formats.money(charge.cents)}` };
  const placeOptions = [...new Set([...places, charge.placeOfService])];
  return (
    <Dialog
      title={say('charges.change.title', { name: charge.clientName })}
      lead={formats.calendarDay(charge.serviceDay)}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {say('charges.change.action')}
          </Button>
        </>
      }
    >
      <Field label={say('charges.fields.code')} error={faultOf('code')} required>
        {(control) => (
          <Select
            {...control}
            data-first
            options={[own, ...codes]}
            value={values.code}
            onChange={(code) => set('code')(code ?? charge.code)}
          />
        )}
      </Field>
      {charge.minutes !== null && (
        <Field
          label={say('charges.facts.minutes')}
          hint={say('charges.change.minutesHint')}
          error={minutesWrong ? say('fields.not_a_number') : faultOf('minutes')}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={values.minutes}
              onChange={set('minutes')}
            />
          )}
        </Field>
      )}
      <Field
        label={say('charges.fields.modifiers')}
        hint={say('charges.fields.modifiersHint')}
        error={modifiers ? undefined : say('charges.fields.modifiersWrong')}
        optional
      >
        {(control) => (
          <TextInput {...control} autoComplete="off" value={values.modifiers} onChange={set('modifiers')} />
        )}
      </Field>
      <Field label={say('charges.facts.place')} required>
        {(control) => (
          <Select
            {...control}
            options={placeOptions.map((value) => ({ value, name: `${value} · ${placeName(value)}` }))}
            value={values.place}
            onChange={(place) => set('place')(place ?? charge.placeOfService)}
          />
        )}
      </Field>
      <ProblemNotice problem={problem ? (problem.errors.length === 0 ? problem : undefined) : unread} />
    </Dialog>
  );
}
