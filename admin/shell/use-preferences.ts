import { useEffect, useState } from 'react';
import { problemOf, problemText } from '../../browser/http/problem-words';
import type { Session } from '../../browser/session/session';
import type { Speech } from '../../browser/speech';
import { type Theme, applyTheme, isTheme } from '../../browser/theme';
import { browserLanguage } from '../../browser/use-speech-for';
import { type Language, isLanguage } from '../../messages/words';
import type { Program } from '../program';

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

/** Changes a preference at once and saves it; says so when it could not be saved. */
export const preferIn =
  ({ session, sessionApi, toasts }: Program, speech: Speech) =>
  (key: string, value: unknown): void => {
    session.prefer(key, value);
    sessionApi
      .prefer(key, value)
      .catch((error: unknown) => toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' }));
  };
