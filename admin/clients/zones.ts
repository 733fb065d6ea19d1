import { localeOf, type Language } from '../../messages/words';

/** Where clients of a practice in the United States live, in time. */
const usual = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
] as const;

/** Zones to choose from: the usual ones, and those given where they are not among them. */
export const zoneChoices = (...given: readonly (string | undefined)[]): readonly string[] => [
  ...new Set([...usual, ...given.filter((zone) => zone !== undefined)]),
];

/** "New York · Eastern Time" */
export function zoneName(zone: string, language: Language): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const name = new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return name === undefined ? city : `${city} · ${name}`;
}
