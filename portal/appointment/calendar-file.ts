export interface CalendarEntry {
  readonly id: string;
  /** Epoch milliseconds, both. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly note: string | undefined;
  /** When the file is made. */
  readonly now: number;
}

/**
 * One appointment as an iCalendar file (RFC 5545). It says no more than that there is one: calendars are shared, and shown on
 * locked screens.
 */
export function calendarFile({ id, startsAt, endsAt, title, note, now }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kept//Portal//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@kept`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(note === undefined ? [] : [`DESCRIPTION:${escaped(note)}`]),
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261208T190000Z` */
const utc = (at: number): string => `${new Date(at).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', String.raw`\n`);

const mostOctets = 75;

/** Longer lines go on in the next, which begins with a space (§3.1); counted in octets, broken between characters. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [text, octets] = ['', 0];
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > mostOctets) [text, octets] = [`${text}\r\n `, 1];
    text += sign;
    octets += size;
  }
  return text;
}
