import type { ClaimHappeningView } from '../../api/claims/claim.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';

interface HappeningWords {
  readonly what: string;
  /** When, by whom or by which rule, and what is behind it. */
  readonly detail: string;
}

/** Which kind of answer tells of it: its codes stand behind that. */
const answers: Readonly<Record<string, string>> = { format_accepted: '999', received: '277CA', accepted: '277CA' };

/** What happened to a claim, in words: three different ones for the format, the receipt and the payer's yes. */
export function useHistoryWords(payer: string): (event: ClaimHappeningView) => HappeningWords {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();

  const what = ({ kind, batch }: ClaimHappeningView): string => {
    if (kind === 'submitted')
      return batch ? say('claims.history.submitted', { batch: batch.controlNumber }) : say('claims.history.sent');
    // a kind newer than this page is told as it is
    return sayIfKnown(`claims.history.${kind}`, { payer }) ?? kind;
  };
  const behind = ({
    kind,
    params,
    batch,
    remittance,
    versionNo,
  }: ClaimHappeningView): readonly (string | undefined)[] => {
    const codes = textOf(params['codes']) ?? textOf(params['rules']);
    const { minutes, cents, note } = params;
    return [
      batch ? say('claims.history.claims', { count: batch.claims }) : undefined,
      remittance ? remittance.traceNumber : undefined,
      [answers[kind], codes].filter(Boolean).join(' ') || undefined,
      typeof minutes === 'number' ? say('claims.history.minutes', { minutes }) : undefined,
      typeof cents === 'number' ? say('claims.history.writtenOff', { money: formats.money(cents) }) : undefined,
      textOf(note),
      versionNo !== null && versionNo > 1 ? say('claims.history.version', { version: String(versionNo) }) : undefined,
    ];
  };
  return (event) => {
    const when = `${formats.shortDay(event.at)}, ${formats.time(event.at)}`;
    const who = event.actorName ?? say('claims.history.by');
    return { what: what(event), detail: [when, ...behind(event), who].filter(Boolean).join(' · ') };
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
