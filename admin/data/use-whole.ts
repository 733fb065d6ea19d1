import { useGetOne } from 'react-admin';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import type { Row } from './records';

interface Whole<T> {
  /** Undefined until it has been read whole. */
  readonly record: T | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/**
 * One record whole. react-admin shows a list's row as the record until the record itself has come; `part` is a field that only
 * the whole record has, so that a page never takes the one for the other.
 */
export function useWhole<T extends Row>(resource: string, id: string, part: keyof T & string): Whole<T> {
  const { data, error, refetch } = useGetOne<T>(resource, { id });
  return {
    record: data && part in data ? data : undefined,
    problem: error ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}
