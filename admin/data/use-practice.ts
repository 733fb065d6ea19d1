import { useQuery } from '@tanstack/react-query';
import type { PracticeView, getPractice } from '../../api/practice/practice.contract';
import { read } from '../../browser/http/ask';
import { useProgram } from '../program-context';
import { isAutomatic } from './automatic';

/** People, rooms, kinds of appointment and the rules in force. Asked for once; a live hint asks again when they change. */
export function usePractice(): PracticeView | undefined {
  const { http } = useProgram();
  const { data } = useQuery({
    queryKey: ['practice'],
    queryFn: ({ signal }) => read<typeof getPractice>(http, 'practice', { signal, automatic: isAutomatic() }),
    staleTime: Infinity,
  });
  return data;
}
