import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { RemittanceFileView } from '../../api/remittances/file.contract';
import { problemOf } from '../../browser/http/problem-words';
import type { Problem } from '../../browser/http/problem';
import { useProgram } from '../program-context';

/** A file that was dropped on this page. */
export interface Dropped {
  readonly key: string;
  readonly file: File;
  /** Once it has arrived. */
  readonly id: string | undefined;
  /** The very same bytes were here before. */
  readonly before: boolean;
  readonly problem: Problem | undefined;
}

interface Sending {
  readonly dropped: readonly Dropped[];
  readonly send: (files: readonly File[]) => void;
  readonly again: (key: string) => void;
  readonly forget: (key: string) => void;
}

let drops = 0;

/** Sends files as they are dropped, one after the other; each says what became of it. */
export function useSendFiles(): Sending {
  const { http } = useProgram();
  const client = useQueryClient();
  const [dropped, setDropped] = useState<readonly Dropped[]>([]);
  const change = useCallback(
    (key: string, now: Partial<Dropped>) =>
      setDropped((all) => all.map((one) => (one.key === key ? { ...one, ...now } : one))),
    [],
  );
  const sendOne = async (key: string, file: File): Promise<void> => {
    try {
      const { status, body } = await http.sendFile('remittance-files', file);
      change(key, { id: (body as RemittanceFileView).id, before: status === 200 });
      await client.invalidateQueries({ queryKey: ['remittance-files'] });
    } catch (error) {
      change(key, { problem: problemOf(error) });
    }
  };
  return {
    dropped,
    send: (files) => {
      const fresh = files.map((file) => ({
        key: String((drops += 1)),
        file,
        id: undefined,
        before: false,
        problem: undefined,
      }));
      setDropped((all) => [...fresh, ...all]);
      void fresh.reduce((before, { key, file }) => before.then(() => sendOne(key, file)), Promise.resolve());
    },
    again: (key) => {
      const one = dropped.find((other) => other.key === key);
      if (!one) return;
      change(key, { problem: undefined });
      void sendOne(key, one.file);
    },
    forget: (key) => setDropped((all) => all.filter((one) => one.key !== key)),
  };
}
