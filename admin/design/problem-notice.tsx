import type { ReactNode } from 'react';
import type { Problem } from '../../browser/http/problem';
import { problemText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { ErrorNotice } from './error-notice';

interface ProblemNoticeProps {
  /** What the API answered (`problemOf(error)`); nothing is drawn while there is none. */
  readonly problem: Problem | undefined;
  readonly actions?: ReactNode;
}

/** A problem of the API in words, with its remedy. */
export function ProblemNotice({ problem, actions }: ProblemNoticeProps) {
  const speech = useSpeech();
  return problem && <ErrorNotice {...problemText(speech, problem)} actions={actions} />;
}
