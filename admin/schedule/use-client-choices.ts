import { useCallback } from 'react';
import type { ClientRow, searchClients } from '../../api/clients/client.contract';
import { ask } from '../../browser/http/ask';
import { useFormats } from '../../browser/speech';
import type { Choice } from '../design/combobox';
import type { Find } from '../design/use-search';
import { useProgram } from '../program-context';

const mostShown = 8;

/** A client as one chooses among several: by name, told apart by birth date and phone. */
export function useClientChoice(): (client: Pick<ClientRow, 'id' | 'name' | 'birthDate' | 'mobile'>) => Choice {
  const formats = useFormats();
  return useCallback(
    ({ id, name, birthDate, mobile }) => ({
      id,
      name,
      detail: [formats.calendarDate(birthDate), mobile && formats.phone(mobile)].filter(Boolean).join(' · '),
    }),
    [formats],
  );
}

/** Active clients by words of a name, digits of a phone number, or a birth date; what was typed travels in the body. */
export function useFindClients(): Find<Choice> {
  const { http } = useProgram();
  const choice = useClientChoice();
  return useCallback(
    async (text, signal) => {
      const body = { filter: { text, states: ['active' as const] }, range: [0, mostShown - 1] as [number, number] };
      const { rows } = await ask<typeof searchClients>(http, 'clients/search', body, { signal });
      return rows.map(choice);
    },
    [http, choice],
  );
}
