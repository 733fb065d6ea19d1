import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Session } from '../../browser/session/session';
import type { Theme } from '../../browser/theme';
import { useNow } from '../../browser/use-now';
import type { Language } from '../../messages/words';
import type { Area } from '../areas';
import { useWords } from '../words';
import { actionOfKey, useActions } from './actions';
import type { KeyCommand } from './keymap';
import { KeysDialog } from './keys-dialog';
import { Nav } from './nav';
import { OfflineBanner } from './offline-banner';
import { Palette } from './palette';
import { useShellSources } from './sources';
import { TopBar } from './top-bar';
import { useFocusOnNavigation } from './use-focus-on-navigation';
import { useKeys } from './use-keys';
import { useShellEntries } from './use-shell-entries';
import { useWaitForPage } from './use-wait-for-page';
import './shell.css';

export interface ShellProps {
  readonly session: Session;
  /** What of the console is open to this person. */
  readonly areas: readonly Area[];
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
  /** Brings the first walk back; undefined while it is there, or is not for this person. */
  readonly onWalk?: (() => void) | undefined;
  /** Below the menu. */
  readonly corner?: ReactNode;
  readonly children: ReactNode;
}

/** The console around its pages: menu, top bar, palette, keys. */
export function Shell({ areas, corner, children, ...bar }: ShellProps) {
  const say = useWords();
  const sources = useShellSources();
  const actionStore = useActions();
  const actions = useSyncExternalStore(actionStore.subscribe, actionStore.all);
  const entries = useShellEntries(areas, actions);
  const { pathname } = useLocation();
  const go = useNavigate();
  const now = useNow();
  const main = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<'palette' | 'keys'>();
  useFocusOnNavigation(main, pathname);
  const waitForPage = useWaitForPage();

  const run = (command: KeyCommand): boolean => {
    const did = { palette: () => setOpen('palette'), search: () => searchHere(setOpen), help: () => setOpen('keys') };
    if (command.kind !== 'go' && command.kind !== 'act') {
      did[command.kind]();
      return true;
    }
    const area = command.kind === 'go' ? areas.find(({ key }) => key === command.key) : undefined;
    if (area) {
      waitForPage();
      void go(area.path);
    }
    const action = command.kind === 'act' ? actionOfKey(actionStore.all(), command.key) : undefined;
    action?.run();
    return area !== undefined || action !== undefined;
  };
  useKeys(run);

  const close = () => setOpen(undefined);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <div className="side">
        <Nav areas={areas} path={pathname} counts={sources.counts ?? {}} />
        {corner}
      </div>
      <div>
        <TopBar
          {...bar}
          now={now}
          news={sources.news}
          onFind={() => setOpen('palette')}
          onKeys={() => setOpen('keys')}
        />
        <OfflineBanner />
        <main id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
      {open === 'palette' && (
        <Palette {...entries} findClients={sources.findClients} findClaims={sources.findClaims} onClose={close} />
      )}
      {open === 'keys' && <KeysDialog {...entries.keys} onClose={close} />}
    </div>
  );
}

/** The page's own search, or the palette where it has none. */
function searchHere(setOpen: (what: 'palette') => void): void {
  const field = document.querySelector<HTMLElement>('[data-page-search]');
  if (field) field.focus();
  else setOpen('palette');
}
