import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { problemOf } from '../../browser/http/problem-words';
import type { Problem } from '../../browser/http/problem';
import type { Act, KeptDataProvider } from '../data/data-provider';

export interface Acting {
  /** Resolves to what the server answered; rejects with its problem, which is in `problem` too. */
  readonly act: (act: Act) => Promise<unknown>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
}

/** For everything that acts on the world: it waits for the server, then fetches again what the act may have changed. */
export function useAct(resource: string, alsoChanges: readonly string[] = []): Acting {
  const data = useDataProvider<KeptDataProvider>();
  const client = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async (act: Act) => (await data.act(resource, act)).data,
    onSettled: () =>
      Promise.all([resource, ...alsoChanges].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
  return { act: mutateAsync, busy: isPending, problem: error ? problemOf(error) : undefined };
}
