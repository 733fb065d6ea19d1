import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FieldErrors, fieldErrors } from '../../browser/http/field-errors';
import type { Problem } from '../../browser/http/problem';
import { fieldText, problemOf } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { useProgram } from '../program-context';
import { flatErrors } from './flat-errors';

export interface Adding {
  /** Resolves to undefined once it is there, else to the errors by field: none where it is the whole that is refused. */
  readonly add: (path: string, body: object, version?: number) => Promise<Readonly<Record<string, string>> | undefined>;
  readonly busy: boolean;
  /** What is wrong with the whole of it; the form keeps what was typed. */
  readonly problem: Problem | undefined;
}

/** A form that makes a record, or acts on one by a body of its own. `alsoChanges` are first parts of keys in the cache. */
export function useAdd({
  alsoChanges,
  duplicate,
  onAdded,
}: {
  readonly alsoChanges: readonly string[];
  /** At which field it is said that there is one already. */
  readonly duplicate?: Readonly<Record<string, string>>;
  readonly onAdded: (answer: unknown) => void;
}): Adding {
  const { http } = useProgram();
  const speech = useSpeech();
  const client = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async ([path, body, version]: Parameters<Adding['add']>) =>
      (await http.write('POST', path, body, { version })).body,
    onSettled: () => {
      for (const name of alsoChanges) void client.invalidateQueries({ queryKey: [name] });
    },
  });
  const add: Adding['add'] = async (...call) => {
    let answer: unknown;
    try {
      answer = await mutateAsync(call);
    } catch (failure) {
      const found = problemOf(failure);
      if (found.code === 'duplicate' && duplicate) return duplicate;
      const errors: FieldErrors = fieldErrors(found.errors, (fault) => fieldText(speech, fault));
      return flatErrors(errors);
    }
    onAdded(answer);
    return undefined;
  };
  return { add, busy: isPending, problem: error ? problemOf(error) : undefined };
}
