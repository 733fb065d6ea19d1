import { X } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useId } from 'react';
import { useSharedWords } from '../../browser/speech';
import { classes } from './classes';
import { IconButton } from './icon-button';
import { Modal, type ModalProps } from './modal';

export interface DialogProps extends Pick<ModalProps, 'placement' | 'curtain' | 'onClose'> {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the one that acts last. */
  readonly footer?: ReactNode;
  /** Makes it a form: Enter in a field, or its submit button. */
  readonly onSubmit?: () => void;
}

export function Dialog({ title, lead, children, footer, onSubmit, onClose, ...rest }: DialogProps) {
  const say = useSharedWords();
  const id = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  const inside = (
    <>
      <header className={classes('k-dialog-head', onClose && 'k-dialog-closable')}>
        <h2 className="k-dialog-title" id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        {lead !== undefined && (
          <div className="k-dialog-lead" id={`${id}-lead`}>
            {lead}
          </div>
        )}
      </header>
      <div className="k-dialog-body">{children}</div>
      {footer !== undefined && <footer className="k-dialog-foot">{footer}</footer>}
      {onClose && (
        <span className="k-dialog-close">
          <IconButton icon={X} label={say('pieces.close')} onClick={onClose} />
        </span>
      )}
    </>
  );
  return (
    <Modal
      {...rest}
      onClose={onClose}
      labelledBy={`${id}-title`}
      {...(lead !== undefined && { describedBy: `${id}-lead` })}
    >
      {onSubmit ? (
        <form className="k-dialog" noValidate onSubmit={submit}>
          {inside}
        </form>
      ) : (
        <div className="k-dialog">{inside}</div>
      )}
    </Modal>
  );
}

/** The same, at the side: for reading on while the list stays in sight. */
export const Drawer = (props: Omit<DialogProps, 'placement'>) => <Dialog {...props} placement="side" />;
