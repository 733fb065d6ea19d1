import { useCallback } from 'react';
import type { PreferenceKey, PreferenceValue } from '../../api/session/session.contract';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { preferIn } from '../../browser/preferences';
import { useSession } from '../../browser/session/use-session';
import { useSpeech } from '../../browser/speech';
import { useProgram } from '../program-context';

/** Changes an arrangement of the screen at once and keeps it on the server; a refusal is told. */
export function usePrefer(): (key: PreferenceKey, value: PreferenceValue) => void {
  const program = useProgram();
  const speech = useSpeech();
  return useCallback(
    (key, value) => {
      const tell = (error: unknown) =>
        program.toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' });
      preferIn(program, tell)(key, value);
    },
    [program, speech],
  );
}

/** What the person arranged under a key, and how to change it. */
export function usePreference(
  key: PreferenceKey,
): readonly [PreferenceValue | undefined, (value: PreferenceValue) => void] {
  const value = useSession()?.preferences[key];
  const prefer = usePrefer();
  return [value, useCallback((next: PreferenceValue) => prefer(key, next), [prefer, key])];
}
