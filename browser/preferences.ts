import { useEffect, useState } from 'react';
import type { PreferenceKey, PreferenceValue } from '../api/session/session.contract';
import { type Language, isLanguage } from '../messages/words';
import type { Client } from './session/create-client';
import type { Session } from './session/session';
import { type Theme, applyTheme, isTheme } from './theme';
import { browserLanguage } from './use-speech-for';

/** How the person likes it: kept on the server with the person, as nothing of Kept is stored in the browser. */
export function useLanguagePreference(session: Session | undefined): readonly [Language, (language: Language) => void] {
  const [chosen, setChosen] = useState<Language>();
  const saved = session?.preferences['language'];
  return [chosen ?? (isLanguage(saved) ? saved : browserLanguage()), setChosen];
}

export function themeOf(session: Session | undefined): Theme {
  const saved = session?.preferences['theme'];
  return isTheme(saved) ? saved : 'system';
}

export function useThemePreference(session: Session | undefined): void {
  const theme = themeOf(session);
  useEffect(() => applyTheme(theme), [theme]);
}

/** Changes a preference at once and saves it. */
export const preferIn =
  ({ session, sessionApi }: Client, onProblem: (error: unknown) => void) =>
  (key: PreferenceKey, value: PreferenceValue): void => {
    const apply = () => session.prefer(key, value);
    apply();
    // once more when it is saved: if someone had to sign in first, the session that came then had the old one
    sessionApi.prefer(key, value).then(apply, onProblem);
  };
