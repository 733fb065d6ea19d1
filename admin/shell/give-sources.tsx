import { useQuery } from '@tanstack/react-query';
import { User } from 'lucide-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { searchClients } from '../../api/clients/client.contract';
import type { getCounts } from '../../api/practice/practice.contract';
import { ask, read } from '../../browser/http/ask';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { isAutomatic } from '../data/automatic';
import type { Find } from '../design/use-search';
import { clientPath } from '../paths';
import { useProgram } from '../program-context';
import type { PaletteEntry } from './palette';
import { ShellSourcesContext } from './sources';

const mostClients = 8;

/** What the shell shows of the practice: counts beside the menu, and clients for the palette. */
export function GiveSources({ children }: { readonly children: ReactNode }) {
  const { http } = useProgram();
  const { data: counts } = useQuery({
    queryKey: ['counts'],
    queryFn: ({ signal }) => read<typeof getCounts>(http, 'counts', { signal, automatic: isAutomatic() }),
    staleTime: Infinity, // live hints ask again
    enabled: useMay('practice.read'),
  });
  const findClients = useFindClients();
  const maySearch = useMay('clients.read');
  const sources = useMemo(
    () => ({ ...(counts && { counts }), ...(maySearch && { findClients }) }),
    [counts, findClients, maySearch],
  );
  return <ShellSourcesContext value={sources}>{children}</ShellSourcesContext>;
}

/** Clients by words of a name, digits of a phone number, or a birth date. */
function useFindClients(): Find<PaletteEntry> {
  const { http } = useProgram();
  const formats = useFormats();
  const go = useNavigate();
  return useCallback(
    async (text, signal) => {
      const body = { filter: { text }, range: [0, mostClients - 1] as [number, number] };
      const { rows } = await ask<typeof searchClients>(http, 'clients/search', body, { signal });
      return rows.map((client) => ({
        id: client.clientId,
        name: client.name,
        icon: User,
        detail: [formats.calendarDate(client.birthDate), client.mobile && formats.phone(client.mobile)]
          .filter(Boolean)
          .join(' · '),
        run: () => void go(clientPath(client.clientId)),
      }));
    },
    [http, formats, go],
  );
}
