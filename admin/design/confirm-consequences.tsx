import { ArrowRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useSharedWords } from '../../browser/speech';
import { Button } from './button';
import { classes } from './classes';
import { Dialog } from './dialog';
import { Icon, type IconDrawing } from './icon';
import { Skeleton } from './skeleton';
import './confirm-consequences.css';

export interface Consequence {
  readonly id: string;
  readonly what: ReactNode;
  readonly icon?: IconDrawing;
  readonly tone?: 'good' | 'care' | 'bad';
}

interface ConfirmConsequencesProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What the button will do, computed by the rule that then does it; undefined while it is being found out. */
  readonly consequences: readonly Consequence[] | undefined;
  /** The verb on the button: "Cancel the appointment", never "OK". */
  readonly action: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** A reason to give, a choice to make. */
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
    action,
    danger = false,
    busy = false,
    children,
    problem,
    onConfirm,
    onClose,
  } = props;
  const say = useSharedWords();
  const id = useId();
  const submit = () => {
    if (consequences && !busy) onConfirm();
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
          <Button type="submit" kind="primary" danger={danger} busy={busy} disabled={!consequences}>
            {action}
          </Button>
        </>
      }
    >
      <h3 id={id}>{say('pieces.whatHappens')}</h3>
      {consequences ? (
        <ul className="k-consequences" aria-labelledby={id}>
          {consequences.map((one) => (
            <li key={one.id} className={classes(one.tone && `k-consequence-${one.tone}`)}>
              <Icon of={one.icon ?? ArrowRight} />
              <div>{one.what}</div>
            </li>
          ))}
        </ul>
      ) : (
        <div className="k-consequences">
          <Skeleton shape="lines" />
        </div>
      )}
      {children}
      {problem}
    </Dialog>
  );
}
