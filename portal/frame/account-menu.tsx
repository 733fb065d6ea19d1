import { LogOut } from 'lucide-react';
import { Avatar } from '../../admin/design/avatar';
import { Menu } from '../../admin/design/menu';
import type { Session } from '../../browser/session/session';
import { useSpeech } from '../../browser/speech';
import { type Theme, isTheme, themes } from '../../browser/theme';
import { type Language, languageNames, languages } from '../../messages/words';
import { useWords } from '../words';

interface AccountMenuProps {
  readonly session: Session;
  readonly onTheme: (theme: Theme) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
}

export function AccountMenu({ session, onTheme, onLanguage, onSignOut }: AccountMenuProps) {
  const say = useWords();
  const { language } = useSpeech();
  const { name, initials } = session.person;
  const saved = session.preferences['theme'];
  const theme = isTheme(saved) ? saved : 'system';
  const account = say('portal.account', { name });
  return (
    <Menu
      label={account}
      align="end"
      groups={[
        {
          id: 'language',
          name: say('portal.language'),
          items: languages.map((one) => ({
            id: one,
            name: languageNames[one],
            checked: one === language,
            onSelect: () => onLanguage(one),
          })),
        },
        {
          id: 'theme',
          name: say('portal.theme'),
          items: themes.map((one) => ({
            id: one,
            name: say(`portal.themes.${one}`),
            checked: one === theme,
            onSelect: () => onTheme(one),
          })),
        },
        { id: 'out', items: [{ id: 'out', name: say('session.signOut'), icon: LogOut, onSelect: onSignOut }] },
      ]}
      renderTrigger={(trigger) => (
        <button type="button" className="portal-account" {...trigger}>
          <Avatar initials={initials} name={account} />
        </button>
      )}
    />
  );
}
