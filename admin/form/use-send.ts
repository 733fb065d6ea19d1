import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useProgram } from '../program-context';

export interface Sending {
  /** Resolves to what the server answered, or to undefined when it refused: the problem says why. */
  readonly send: (method: 'POST' | 'PUT', path: string, body: object, version?: number) => Promise<unknown>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
}

/** For writes that are no act on a record of a list. `alsoChanges` are first parts of keys in the cache that are asked for again. */
export function useSend({ alsoChanges = none }: { readonly alsoChanges?: readonly string[] } = {}): Sending {
  const { http } = useProgram();
  const client = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async ([method, path, body, version]: Parameters<Sending['send']>) =>
      (await http.write(method, path, body, { version })).body,
    onSettled: () => {
      for (const name of alsoChanges) void client.invalidateQueries({ queryKey: [name] });
    },
  });
  return {
    send: (...call) => mutateAsync(call).catch(() => undefined),
    busy: isPending,
    problem: error ? problemOf(error) : undefined,
  };
}

const none: readonly string[] = [];
