import { Bell, Footprints, Keyboard, LogOut, Monitor, Moon, Search, Sun } from 'lucide-react';
import { useFormats, useSpeech } from '../../browser/speech';
import type { Session } from '../../browser/session/session';
import { type Theme, themes } from '../../browser/theme';
import { type Language, languageNames, languages } from '../../messages/words';
import { Avatar } from '../design/avatar';
import { Icon } from '../design/icon';
import { IconButton } from '../design/icon-button';
import { KeyHint } from '../design/key-hint';
import { Menu, type MenuGroup } from '../design/menu';
import { useWords } from '../words';

/** Something that happened and was not asked for. */
export interface NewsItem {
  readonly id: string;
  readonly text: string;
  readonly onOpen: () => void;
}

interface TopBarProps {
  readonly session: Session;
  readonly now: Date;
  readonly theme: Theme;
  /** Undefined: nothing in this practice brings news yet, and no bell is shown. */
  readonly news?: readonly NewsItem[] | undefined;
  readonly onFind: () => void;
  readonly onTheme: (theme: Theme) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onKeys: () => void;
  readonly onWalk?: (() => void) | undefined;
  readonly onSignOut: () => void;
}

export function TopBar({ session, now, news, onFind, ...account }: TopBarProps) {
  const say = useWords();
  return (
    <header className="bar">
      <button type="button" className="find" onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon of={Search} />
        <span className="grow clip">{say('shell.find')}</span>
        <span aria-hidden>
          <KeyHint>{say('pieces.keys.palette')}</KeyHint>
        </span>
      </button>
      <span className="grow" />
      <Clock now={now} />
      {news && <News items={news} />}
      <AccountMenu session={session} {...account} />
    </header>
  );
}

/** The practice's time, with its place: staff may sit in another zone. */
function Clock({ now }: { readonly now: Date }) {
  const formats = useFormats();
  return (
    <span className="bar-clock num">
      {formats.dayTime(now)} <span className="muted">{formats.zoneCity}</span>
    </span>
  );
}

function News({ items }: { readonly items: readonly NewsItem[] }) {
  const say = useWords();
  const label =
    items.length > 0 ? `${say('shell.news')}, ${say('shell.newsCount', { count: items.length })}` : say('shell.news');
  const lines = items.map((item) => ({ id: item.id, name: item.text, onSelect: item.onOpen }));
  const nothing = { id: 'nothing', name: say('shell.newsNone'), disabled: true, onSelect: () => undefined };
  return (
    <Menu
      label={say('shell.news')}
      align="end"
      groups={[{ id: 'news', items: lines.length > 0 ? lines : [nothing] }]}
      renderTrigger={(trigger) => (
        <span className="news-dot">
          <IconButton icon={Bell} label={label} {...trigger} />
          {items.length > 0 && (
            <span className="news-count num" aria-hidden>
              {items.length}
            </span>
          )}
        </span>
      )}
    />
  );
}

const themeIcons = { light: Sun, dark: Moon, system: Monitor } as const;

type AccountProps = Omit<TopBarProps, 'now' | 'news' | 'onFind'>;

function AccountMenu({ session, theme, onTheme, onLanguage, onKeys, onWalk, onSignOut }: AccountProps) {
  const say = useWords();
  const { language } = useSpeech();
  const { person, practice } = session;
  const groups: readonly MenuGroup[] = [
    {
      id: 'person',
      name: `${person.name} · ${practice.name}`,
      items: [
        { id: 'keys', name: say('shell.keysMenu'), icon: Keyboard, keyHint: '?', onSelect: onKeys },
        ...(onWalk ? [{ id: 'walk', name: say('walk.show'), icon: Footprints, onSelect: onWalk }] : []),
      ],
    },
    {
      id: 'theme',
      name: say('shell.theme'),
      items: themes.map((one) => ({
        id: one,
        name: say(`shell.themes.${one}`),
        icon: themeIcons[one],
        checked: one === theme,
        onSelect: () => onTheme(one),
      })),
    },
    {
      id: 'language',
      name: say('shell.language'),
      items: languages.map((one) => ({
        id: one,
        name: languageNames[one],
        checked: one === language,
        onSelect: () => onLanguage(one),
      })),
    },
    { id: 'out', items: [{ id: 'out', name: say('session.signOut'), icon: LogOut, onSelect: onSignOut }] },
  ];
  return (
    <Menu
      label={say('shell.account', { name: person.name })}
      align="end"
      groups={groups}
      renderTrigger={(trigger) => (
        <button type="button" className="bar-account" {...trigger}>
          <Avatar initials={person.initials} name={say('shell.account', { name: person.name })} />
        </button>
      )}
    />
  );
}
