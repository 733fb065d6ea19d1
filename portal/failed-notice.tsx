import { Button } from '../admin/design/button';
import { ErrorNotice } from '../admin/design/error-notice';
import type { Problem } from '../browser/http/problem';
import { problemText } from '../browser/http/problem-words';
import { useSpeech } from '../browser/speech';
import { useWords } from './words';

/** What could not be read or done, with a way on. */
export function FailedNotice({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }) {
  const say = useWords();
  const speech = useSpeech();
  return (
    <ErrorNotice
      {...problemText(speech, problem)}
      {...(onRetry && { actions: <Button onClick={onRetry}>{say('pieces.retry')}</Button> })}
    />
  );
}
