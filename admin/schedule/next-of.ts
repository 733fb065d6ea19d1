import type { AppointmentView } from '../../api/schedule/appointment.contract';

/** What the line says, by code; `care`: a person should look. */
export type Next =
  | {
      readonly code: 'reminder' | 'sending' | 'notice' | 'settle';
      readonly channel: 'sms' | 'email';
      readonly due: number;
    }
  | { readonly code: 'ask' | 'sign'; readonly due: number }
  | { readonly code: 'decide' | 'paused'; readonly care: true }
  | { readonly code: 'trouble'; readonly trouble: 'refused' | 'unknown'; readonly care: true }
  | { readonly code: 'await_decision' | 'await_begin' | 'await_complete' };

type Planned = Pick<AppointmentView, 'state' | 'next' | 'messageTrouble'>;

/** What happens next with an appointment (`domain/reminders/appointment-steps.ts` plans it). Undefined: nothing more. */
export function nextOf({ state, next, messageTrouble }: Planned, now: number): Next | undefined {
  if (messageTrouble !== null && (state === 'scheduled' || state === 'confirmed'))
    return { code: 'trouble', trouble: messageTrouble, care: true };
  if (!next) return undefined;
  if (next.paused) return { code: 'paused', care: true };
  if (next.step === 'decide_missing') return { code: 'decide', care: true };
  if (next.step === 'await_decision' || next.step === 'await_begin' || next.step === 'await_complete')
    return { code: next.step };
  if (next.due === null) return undefined;
  if (next.step === 'ask_missing') return { code: 'ask', due: next.due };
  if (next.step === 'ask_signature') return { code: 'sign', due: next.due };
  if (next.channel !== 'sms' && next.channel !== 'email') return undefined;
  const of = { channel: next.channel, due: next.due } as const;
  if (next.step === 'notice' || next.step === 'settle') return { code: next.step, ...of };
  return { code: next.due <= now ? 'sending' : 'reminder', ...of };
}
