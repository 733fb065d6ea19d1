import type { ChargeView } from '../../api/charges/charge.contract';
import { useWords } from '../words';

/** "90837 95": the code with its modifiers. */
export const billedAs = ({ code, modifiers }: Pick<ChargeView, 'code' | 'modifiers'>): string =>
  [code, ...modifiers].join(' ');

/** Places of service that a practice of this kind has. */
export const places = ['11', '10', '02', '12', '53'] as const;

/** A place of service in words; one that is not of the usual ones by its number. */
export function usePlaceName(): (place: string) => string {
  const say = useWords();
  return (place) => {
    const known = places.find((one) => one === place);
    return known ? say(`charges.places.p${known}`) : say('charges.place', { place });
  };
}

/** Modifiers as someone types them: "95, HO". Undefined where one of them is none. */
export function readModifiers(text: string): readonly string[] | undefined {
  const found = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== '');
  return found.length <= 4 && found.every((one) => /^[0-9A-Z]{2}$/.test(one)) ? found : undefined;
}
