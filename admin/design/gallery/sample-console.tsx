import { UserPlus } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { MemoryRouter } from 'react-router';
import { applyTheme, type Theme } from '../../../browser/theme';
import { areas } from '../../areas';
import { ActionsContext, createActions } from '../../shell/actions';
import { Shell } from '../../shell/shell';
import { ShellSourcesContext } from '../../shell/sources';
import { SampleClaim } from './sample-claim';
import { SampleToday } from './sample-today';
import { samplePeople, sampleSession } from './samples';

/** The shell around two sample pages: to look at, and for the tests of the shell's keys. */
export function SampleConsole({ page }: { readonly page: 'today' | 'claim' }) {
  const actions = useMemo(() => createActions(), []);
  const [theme, setTheme] = useState<Theme>('system');
  const findClients = useCallback(
    async (text: string) =>
      samplePeople
        .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
        .map(({ id, name, detail }) => ({ id, name, detail, icon: UserPlus, run: () => undefined })),
    [],
  );
  const sources = useMemo(
    () => ({
      counts: { today: 22, messages: 4, work: 12, claims: 7, remittances: 2 },
      news: [{ id: 'n1', text: 'Remittance of Nov 24 is posted', onOpen: () => undefined }],
      findClients,
    }),
    [findClients],
  );
  const change = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
  };
  return (
    <MemoryRouter initialEntries={[`/${page === 'claim' ? 'claims' : page}`]}>
      <ActionsContext value={actions}>
        <ShellSourcesContext value={sources}>
          <Shell
            session={sampleSession}
            areas={areas}
            theme={theme}
            onTheme={change}
            onLanguage={() => undefined}
            onSignOut={() => undefined}
          >
            {page === 'today' ? <SampleToday /> : <SampleClaim />}
          </Shell>
        </ShellSourcesContext>
      </ActionsContext>
    </MemoryRouter>
  );
}
