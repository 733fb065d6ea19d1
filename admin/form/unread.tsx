import type { Problem } from '../../browser/http/problem';
import { Button } from '../design/button';
import { Dialog, type DialogProps } from '../design/dialog';
import { ProblemNotice } from '../design/problem-notice';
import { useWords } from '../words';

interface UnreadNoticeProps {
  /** Why something could not be read; nothing is drawn while there is none. */
  readonly problem: Problem | undefined;
  readonly onRetry: () => void;
}

/** Where something should stand that could not be read: why, and the way to try again. */
export function UnreadNotice({ problem, onRetry }: UnreadNoticeProps) {
  const say = useWords();
  const retry = (
    <Button size="small" onClick={onRetry}>
      {say('pieces.retry')}
    </Button>
  );
  return <ProblemNotice problem={problem} actions={retry} />;
}

interface UnreadDialogProps extends Pick<DialogProps, 'title'> {
  readonly problem: Problem;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** In the place of a dialog that needs what could not be read. */
export function UnreadDialog({ title, problem, onRetry, onClose }: UnreadDialogProps) {
  const say = useWords();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.close')}</Button>
          <Button onClick={onRetry}>{say('pieces.retry')}</Button>
        </>
      }
    >
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
