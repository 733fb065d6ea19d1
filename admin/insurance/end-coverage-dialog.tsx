import { Archive, CircleAlert, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import type { CoverageView } from '../../api/billing/coverage.contract';
import { fieldText } from '../../browser/http/problem-words';
import { useFormats, useSpeech } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { DateInput } from '../design/text-input';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { billingChanges } from './use-client-billing';

interface EndCoverageDialogProps {
  readonly coverage: CoverageView;
  readonly onClose: () => void;
}

/** An insurance ends with a day; first what that means for visits before and after it. */
export function EndCoverageDialog({ coverage, onClose }: EndCoverageDialogProps) {
  const say = useWords();
  const speech = useSpeech();
  const formats = useFormats();
  const { toasts } = useProgram();
  const today = useToday();
  const [lastDay, setLastDay] = useState(() => coverage.untilDay ?? today);
  const { act, busy, problem } = useAct('coverages', { alsoChanges: billingChanges });
  const fault = problem?.errors.find(({ pointer }) => pointer === '/untilDay');
  const end = async () => {
    try {
      await act({ id: coverage.id, verb: 'change', version: coverage.version, data: { untilDay: lastDay } });
      toasts.add({ text: say('insurance.ending.done', { payer: coverage.payerName }), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  const day = lastDay === '' ? '' : formats.calendarDate(lastDay);
  return (
    <ConfirmConsequences
      title={say('insurance.ending.title', { payer: coverage.payerName })}
      choice={
        <Field label={say('insurance.ending.lastDay')} error={fault && fieldText(speech, fault)} required>
          {(control) => <DateInput {...control} min={coverage.fromDay} value={lastDay} onChange={setLastDay} />}
        </Field>
      }
      consequences={
        lastDay === ''
          ? undefined
          : [
              { id: 'stays', icon: ReceiptText, what: say('insurance.ending.stays', { day }) },
              { id: 'after', icon: CircleAlert, tone: 'care', what: say('insurance.ending.after', { day }) },
              { id: 'claims', icon: Archive, what: say('insurance.ending.claims') },
            ]
      }
      impossible={lastDay === ''}
      action={say('insurance.ending.action')}
      danger
      busy={busy}
      problem={<ProblemNotice problem={fault ? undefined : problem} />}
      onConfirm={() => void end()}
      onClose={onClose}
    />
  );
}
