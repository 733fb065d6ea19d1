import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useUpdate } from 'react-admin';
import { type FieldConflict, type Versioned, conflicts, mineOverTheirs } from '../../browser/http/conflict';
import { type FieldErrors, fieldErrors } from '../../browser/http/field-errors';
import { type Problem, ProblemError } from '../../browser/http/problem';
import { fieldText, problemOf } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';

export interface Editable extends Versioned {
  readonly id: string;
}

export interface SaveConflict {
  readonly fields: readonly FieldConflict[];
  /** Sends my fields again, on top of the record and the version that are there now. */
  readonly saveMine: () => Promise<void>;
  /** Begins again from the record that is there now. */
  readonly takeTheirs: () => void;
}

export interface Saving<T extends Editable> {
  /**
   * Sends what differs from the record as it was when editing began. Resolves to undefined once it is saved, else to the errors
   * by field for the form to show: none where it is the whole that is refused.
   */
  readonly save: (values: T) => Promise<FieldErrors | undefined>;
  readonly busy: boolean;
  /** What is wrong with the whole of it; the form keeps what was typed. */
  readonly problem: Problem | undefined;
  readonly conflict: SaveConflict | undefined;
}

interface SaveOptions<T extends Editable> {
  readonly resource: string;
  /** The record when editing begins. Later ones, from live updates, change the page but not the form. */
  readonly record: T;
  /** At which field it is said that there is one already. */
  readonly duplicate?: FieldErrors;
  readonly onSaved: (record: T) => void;
  /** The form takes these values instead of its own. */
  readonly onReset: (record: T) => void;
  /** For what is not sent field by field: how it is sent, and the record as the form has it, from an answer or from a refusal. */
  readonly otherwise?: {
    readonly send: (values: T, on: T) => Promise<unknown>;
    readonly recordOf: (answered: unknown) => T;
  };
}

export function useSave<T extends Editable>(options: SaveOptions<T>): Saving<T> {
  const { resource, record, duplicate, onSaved, onReset, otherwise } = options;
  const speech = useSpeech();
  const [update, { isPending }] = useUpdate<T>();
  const own = useMutation({
    mutationFn: async ({ values, on }: { readonly values: T; readonly on: T }) => otherwise?.send(values, on),
  });
  const [base, setBase] = useState(record);
  const [problem, setProblem] = useState<Problem>();
  const [stale, setStale] = useState<{ readonly mine: T; readonly current: T }>();

  const sent = async (values: T, on: T): Promise<T> => {
    if (otherwise) return otherwise.recordOf(await own.mutateAsync({ values, on }));
    const params = { id: on.id, data: { ...values, version: on.version }, previousData: on };
    return (await update(resource, params, { mutationMode: 'pessimistic', returnPromise: true })) as T;
  };

  const send = async (values: T, on: T): Promise<FieldErrors | undefined> => {
    setProblem(undefined);
    try {
      const saved = await sent(values, on);
      setBase(saved);
      setStale(undefined);
      onSaved(saved);
      return undefined;
    } catch (error) {
      const found = problemOf(error);
      if (found.status === 412 && found.current !== undefined) {
        setStale({ mine: values, current: otherwise ? otherwise.recordOf(found.current) : (found.current as T) });
        return {};
      }
      setStale(undefined);
      setProblem(found);
      if (!(error instanceof ProblemError)) throw error;
      if (found.code === 'duplicate' && duplicate) return duplicate;
      return fieldErrors(found.errors, (fault) => fieldText(speech, fault));
    }
  };

  return {
    save: (values) => send(values, base),
    busy: isPending || own.isPending,
    problem,
    conflict: stale && {
      fields: conflicts(base, stale.mine, stale.current),
      saveMine: async () => {
        const next = mineOverTheirs(base, stale.mine, stale.current);
        setBase(next.base);
        await send(next.values, next.base);
      },
      takeTheirs: () => {
        setBase(stale.current);
        setStale(undefined);
        onReset(stale.current);
      },
    },
  };
}
