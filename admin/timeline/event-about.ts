import type { TimelineEventView } from '../../api/timeline/timeline.contract';

/** What an event is about, beyond its name: read from its parameters, none of which is taken on trust. */
export type About =
  | { readonly of: 'time'; readonly at: number }
  | { readonly of: 'times'; readonly from: number; readonly to: number }
  | { readonly of: 'message'; readonly kind: string; readonly channel: 'sms' | 'email'; readonly reason?: string }
  | { readonly of: 'contact'; readonly kind: 'mobile' | 'phone' | 'email' }
  | { readonly of: 'channel'; readonly channel: 'sms' | 'email' | 'voice' }
  | { readonly of: 'fields'; readonly fields: readonly string[] }
  | { readonly of: 'cause'; readonly cause: string }
  /** Why a file is dismissed. */
  | { readonly of: 'dismissal'; readonly why: string };

type Params = TimelineEventView['params'];

export function aboutEvent({ code, params }: Pick<TimelineEventView, 'code' | 'params'>): About | undefined {
  const [area] = code.split('.');
  if (area === 'message' || code === 'appointment.hurried') return aboutMessage(params, wentWrong.has(code));
  if (area === 'work') return typeof params['cause'] === 'string' ? { of: 'cause', cause: params['cause'] } : undefined;
  if (area === 'client') return aboutClient(params);
  if (code === 'file.dismissed')
    return typeof params['why'] === 'string' ? { of: 'dismissal', why: params['why'] } : undefined;
  const { from, to, startsAt } = params;
  if (typeof from === 'number' && typeof to === 'number') return { of: 'times', from, to };
  return typeof startsAt === 'number' ? { of: 'time', at: startsAt } : undefined;
}

function aboutMessage({ kind, channel, reason, code }: Params, withReason: boolean): About | undefined {
  if (typeof kind !== 'string' || (channel !== 'sms' && channel !== 'email')) return undefined;
  const why = withReason ? [reason, code].find((one) => typeof one === 'string') : undefined;
  return { of: 'message', kind, channel, ...(typeof why === 'string' && { reason: why }) };
}

function aboutClient({ kind, channel, fields }: Params): About | undefined {
  if (kind === 'mobile' || kind === 'phone' || kind === 'email') return { of: 'contact', kind };
  if (channel === 'sms' || channel === 'email' || channel === 'voice') return { of: 'channel', channel };
  if (Array.isArray(fields)) return { of: 'fields', fields: fields.filter((one) => typeof one === 'string') };
  return undefined;
}

/** How it came to be known that all went well is of no interest. */
const wentWrong: ReadonlySet<TimelineEventView['code']> = new Set([
  'message.refused',
  'message.unknown',
  'message.skipped',
]);

const bad: ReadonlySet<TimelineEventView['code']> = new Set([
  'message.refused',
  'message.unknown',
  'appointment.missed',
]);
export const isBad = ({ code }: Pick<TimelineEventView, 'code'>): boolean => bad.has(code);
