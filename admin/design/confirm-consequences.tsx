import type { ReactNode } from 'react';
import { useSharedWords } from '../../browser/speech';
import { Button } from './button';
import { type Consequence, ConsequenceList } from './consequence-list';
import { Dialog } from './dialog';

interface ConfirmConsequencesProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What the button will do, computed by the rule that then does it; undefined while it is being found out. */
  readonly consequences: readonly Consequence[] | undefined;
  /** It cannot be found out, or cannot be done; `problem` says why. */
  readonly impossible?: boolean;
  /** The verb on the button: "Cancel the appointment", never "OK". */
  readonly action: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** What the consequences depend on: stands before them, and does not move when they change. */
  readonly choice?: ReactNode;
  /** A reason to give. */
  readonly children?: ReactNode;
  /** What came back when it did not work (`ErrorNotice`). */
  readonly problem?: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Consequences before consent: what will happen, then the button that makes it happen. */
export function ConfirmConsequences(props: ConfirmConsequencesProps) {
  const {
    title,
    lead,
    consequences,
    impossible = false,
    action,
    danger = false,
    busy = false,
    choice,
    children,
    problem,
    onConfirm,
    onClose,
  } = props;
  const say = useSharedWords();
  const submit = () => {
    if (consequences && !impossible && !busy) onConfirm();
  };
  return (
    <Dialog
      title={title}
      lead={lead}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose} {...(danger && { 'data-first': true })}>
            {say('pieces.back')}
          </Button>
          <Button type="submit" kind="primary" danger={danger} busy={busy} disabled={impossible || !consequences}>
            {action}
          </Button>
        </>
      }
    >
      {choice}
      {!impossible && <ConsequenceList consequences={consequences} />}
      {children}
      {problem}
    </Dialog>
  );
}
