import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientRow, ClientView, searchClients } from '../../api/clients/client.contract';
import { ask } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { fieldText, problemOf } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { useProgram } from '../program-context';
import type { DraftErrors } from '../form/use-draft';
import { type RegistrationValues, fieldOfPointer, missingIn, registrationBody } from './registration';

type Errors = DraftErrors<RegistrationValues>;

interface Registering {
  /** Registers, or answers the errors by field. */
  readonly register: (values: RegistrationValues, notADouble: boolean) => Promise<Errors | undefined>;
  readonly busy: boolean;
  /** Wrong with the whole of it. */
  readonly problem: Problem | undefined;
  /** Who is registered already and looks like the same person. */
  readonly doubles: readonly ClientRow[] | undefined;
  readonly forgetDoubles: () => void;
}

export function useRegister(onRegistered: (client: ClientRow) => void): Registering {
  const { http } = useProgram();
  const queries = useQueryClient();
  const speech = useSpeech();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [doubles, setDoubles] = useState<readonly ClientRow[]>();

  const findDoubles = async (ids: unknown) => {
    const clientIds = Array.isArray(ids) ? ids.map(String) : [];
    const { rows } = await ask<typeof searchClients>(http, 'clients/search', {
      filter: { ids: clientIds },
      range: [0, Math.max(0, clientIds.length - 1)],
    });
    setDoubles(rows);
  };

  const send = async (values: RegistrationValues, notADouble: boolean): Promise<Errors | undefined> => {
    const body = registrationBody(values, notADouble);
    try {
      const answer = await http.write('POST', 'clients', body);
      void queries.invalidateQueries({ queryKey: ['clients'] });
      onRegistered(answer.body as ClientView);
      return undefined;
    } catch (error) {
      const found = problemOf(error);
      if (found.code === 'duplicate') {
        await findDoubles(found.params['clientIds']);
        return undefined;
      }
      const faults = found.errors.flatMap((fault) => {
        const field = fieldOfPointer(fault.pointer, body);
        return field ? [[field, fieldText(speech, fault)] as const] : [];
      });
      if (faults.length === 0) setProblem(found);
      return Object.fromEntries(faults.toReversed()); // the first fault of a field wins
    }
  };

  return {
    busy,
    problem,
    doubles,
    forgetDoubles: () => setDoubles(undefined),
    register: async (values, notADouble) => {
      const missing = missingIn(values);
      if (missing.length > 0) return Object.fromEntries(missing.map((field) => [field, speech.say('fields.required')]));
      if (busy) return undefined;
      setBusy(true);
      setProblem(undefined);
      try {
        return await send(values, notADouble);
      } catch (error) {
        setProblem(problemOf(error)); // the doubles could not be read
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
