import { useQuery } from '@tanstack/react-query';
import { FileText, User } from 'lucide-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { searchClaimsContract } from '../../api/claims/claim.contract';
import type { searchClients } from '../../api/clients/client.contract';
import type { getCounts } from '../../api/practice/practice.contract';
import { ask, read } from '../../browser/http/ask';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { isAutomatic } from '../data/automatic';
import type { Find } from '../design/use-search';
import { claimPath, clientPath } from '../paths';
import { useProgram } from '../program-context';
import { claimNumberIn } from './claim-number';
import type { PaletteEntry } from './palette';
import { ShellSourcesContext } from './sources';

const mostFound = 8;
const firstRows = { range: [0, mostFound - 1] as [number, number] };

/** What the shell shows of the practice: counts beside the menu, and clients and claims for the palette. */
export function GiveSources({ children }: { readonly children: ReactNode }) {
  const { http } = useProgram();
  const { data: counts } = useQuery({
    queryKey: ['counts'],
    queryFn: ({ signal }) => read<typeof getCounts>(http, 'counts', { signal, automatic: isAutomatic() }),
    staleTime: Infinity, // live hints ask again
    enabled: useMay('practice.read'),
  });
  const findClients = useFindClients();
  const findClaims = useFindClaims();
  const maySearch = useMay('clients.read');
  const mayBill = useMay('billing.read');
  const sources = useMemo(
    () => ({ ...(counts && { counts }), ...(maySearch && { findClients }), ...(mayBill && { findClaims }) }),
    [counts, findClients, findClaims, maySearch, mayBill],
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
      const body = { filter: { text }, ...firstRows };
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

/** Claims whose number begins with what was typed. Anything else is not asked for: clients are found by it. */
function useFindClaims(): Find<PaletteEntry> {
  const { http } = useProgram();
  const formats = useFormats();
  const go = useNavigate();
  return useCallback(
    async (typed, signal) => {
      const text = claimNumberIn(typed);
      if (text === undefined) return [];
      const body = { filter: { text }, ...firstRows };
      const { rows } = await ask<typeof searchClaimsContract>(http, 'claims/search', body, { signal });
      return rows.map((claim) => ({
        id: claim.id,
        name: claim.controlNumber,
        icon: FileText,
        detail: [claim.clientName, formats.calendarDate(claim.serviceDay), claim.payerName].join(' · '),
        run: () => void go(claimPath(claim.id)),
      }));
    },
    [http, formats, go],
  );
}
