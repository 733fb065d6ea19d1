/**
 * Reads a time of day as people type it: `2`, `2p`, `2:30 pm`, `230`, `14:30`, `noon`. Without AM or PM it takes the reading
 * that falls in a practice's day: 7 to 11 in the morning, 12 to 6 in the afternoon; the field shows at once what it understood.
 * Answers wall time `14:30`, or undefined when it is no time.
 */
export function parseTime(text: string): string | undefined {
  const plain = text.toLowerCase().replaceAll(/[\s.]/g, '');
  if (plain === 'noon') return '12:00';
  const match = /^(\d{1,2}?):?(\d{2})?(am?|pm?)?$/.exec(plain);
  if (!match) return undefined;
  const [, hourText = '', minuteText = '00', half] = match;
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  return `${pad(half ? fromHalf(hour, half) : inTheDay(hour, hourText))}:${pad(minute)}`;
}

/** `14:30` a number of minutes later, within the same day. */
export function addMinutesToTime(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const total = Math.min(24 * 60 - 1, Math.max(0, hour * 60 + minute + minutes));
  return `${pad(Math.floor(total / 60))}:${pad(total % 60)}`;
}

const fromHalf = (hour: number, half: string): number => (hour % 12) + (half.startsWith('p') ? 12 : 0);
const inTheDay = (hour: number, text: string): number =>
  hour >= 1 && hour <= 6 && !text.startsWith('0') ? hour + 12 : hour;
const pad = (value: number): string => String(value).padStart(2, '0');
