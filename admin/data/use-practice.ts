import { useQuery } from '@tanstack/react-query';
import type { PracticeView, getPractice } from '../../api/practice/practice.contract';
import { read } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useProgram } from '../program-context';
import { isAutomatic } from './automatic';

interface PracticeRead {
  /** Undefined until it is known. */
  readonly practice: PracticeView | undefined;
  /** Why it is not. */
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** People, rooms, kinds of appointment and the rules in force. Asked for once; a live hint asks again when they change. */
export function usePracticeRead(): PracticeRead {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ['practice'],
    queryFn: ({ signal }) => read<typeof getPractice>(http, 'practice', { signal, automatic: isAutomatic() }),
    staleTime: Infinity,
  });
  return { practice: data, problem: error && !data ? problemOf(error) : undefined, again: () => void refetch() };
}

/** The same where it only names what stands there anyway: undefined until it is known. */
export const usePractice = (): PracticeView | undefined => usePracticeRead().practice;
