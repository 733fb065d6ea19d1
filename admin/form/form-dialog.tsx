import type { ReactNode } from 'react';
import type { Problem } from '../../browser/http/problem';
import { Button } from '../design/button';
import { Dialog, type DialogProps } from '../design/dialog';
import { ProblemNotice } from '../design/problem-notice';
import { useWords } from '../words';
import './form-grid.css';

interface FormDialogProps extends Pick<DialogProps, 'title' | 'lead' | 'placement'> {
  /** The verb on the button. */
  readonly action: string;
  readonly busy: boolean;
  /** What is wrong with the whole of it. */
  readonly problem: Problem | undefined;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: Enter sends, Escape leaves, and what is wrong stands below the fields. */
export function FormDialog({ action, busy, problem, onSubmit, children, ...rest }: FormDialogProps) {
  const say = useWords();
  return (
    <Dialog
      {...rest}
      onSubmit={() => {
        if (!busy) onSubmit();
      }}
      footer={
        <>
          <Button onClick={rest.onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
