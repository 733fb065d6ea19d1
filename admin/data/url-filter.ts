import { useSearchParams } from 'react-router';

/**
 * A filter whose values are known beforehand, kept in the address so that it can be linked to. A value that is not in the list
 * is no value. Typed text never goes here: `browser/typed-text.ts`.
 */
export function useUrlFilter<Value extends string>(
  name: string,
  allowed: readonly Value[],
): readonly [Value | undefined, (value: Value | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const set = (value: Value | undefined) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [allowedValue(params.get(name), allowed), set];
}

export const allowedValue = <Value extends string>(text: string | null, allowed: readonly Value[]): Value | undefined =>
  allowed.find((one) => one === text);
