import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { problemOf } from '../../browser/http/problem-words';
import { type Problem, ProblemError } from '../../browser/http/problem';
import type { Act, KeptDataProvider } from '../data/data-provider';
import { putRows } from '../data/put-rows';
import { type Row, isRow } from '../data/records';
import { shapes } from '../data/shapes';

export interface Acting {
  /** Resolves to what the server answered; rejects with its problem, which is in `problem` too. */
  readonly act: (act: Act) => Promise<unknown>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** What was asked before no longer counts: another dialog begins. */
  readonly reset: () => void;
}

/**
 * For everything that acts on the world: it waits for the server. The record that it answers stands on screen at once, and so
 * does the one that came with a refusal because of its version; `alsoChanges` are resources that are asked for again. `shows`
 * is the resource of the record that is answered, where it is another one (what happens to a visit answers its appointment).
 */
export function useAct(
  resource: string,
  { shows = resource, alsoChanges = none }: { readonly shows?: string; readonly alsoChanges?: readonly string[] } = {},
): Acting {
  const data = useDataProvider<KeptDataProvider>();
  const show = useShow();
  const client = useQueryClient();
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: async (act: Act) => (await data.act(resource, act)).data,
    onSuccess: (record) => show(shows, record),
    onError: (error) => {
      if (error instanceof ProblemError) show(shows, error.problem.current);
    },
    onSettled: () => {
      for (const name of alsoChanges) void client.invalidateQueries({ queryKey: [name] });
    },
  });
  return { act: mutateAsync, busy: isPending, problem: error ? problemOf(error) : undefined, reset };
}

const none: readonly string[] = [];

/** Puts a record that the server answered onto everything on screen that shows it. */
export function useShow(): (resource: string, record: unknown) => void {
  const client = useQueryClient();
  return (resource, record) => {
    if (!isRow(record)) return;
    const again = putRows({ client, shapes }, resource, new Map<string, Row>([[record.id, record]]));
    void client.invalidateQueries({ predicate: (query) => again.has(query) });
  };
}
