import { type MouseEvent, type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from 'react';
import { classes } from './classes';
import './modal.css';

export interface ModalProps {
  readonly label?: string;
  readonly labelledBy?: string;
  readonly describedBy?: string;
  readonly placement?: 'center' | 'small' | 'wide' | 'top' | 'side';
  /** The page behind is covered entirely: the session ended, and nobody may read over a shoulder. */
  readonly curtain?: boolean;
  /** Escape, a click beside it, or the platform. Without it the dialog stays until it is answered. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
}

const fields = 'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)';

/** The platform's modal dialog: the page behind is inert, Tab stays inside, Escape closes, focus goes back to the opener. */
export function Modal({ placement = 'center', curtain, onClose, children, ...names }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pressedBeside = useRef(false);
  // Layout effect, not effect: its cleanup runs before the element is removed, so that the platform returns focus to the opener.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (!element.open) element.showModal();
    firstToFocus(element)?.focus(); // `autofocus` comes too early, and a wrapper with tabindex would win
    return () => element.close();
  }, []);
  const cancel = (event: SyntheticEvent) => {
    if (event.target !== event.currentTarget) return; // a file field's own "cancel" bubbles
    event.preventDefault();
    onClose?.();
  };
  /** The platform closes against our will when Escape is pressed twice: then say so, or open again. */
  const closed = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target !== event.currentTarget || !event.currentTarget.isConnected) return;
    if (onClose) return onClose();
    event.currentTarget.showModal();
    firstToFocus(event.currentTarget)?.focus();
  };
  const press = (event: MouseEvent) => {
    pressedBeside.current = event.target === dialog.current;
  };
  const click = (event: MouseEvent) => {
    if (pressedBeside.current && event.target === dialog.current) onClose?.();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the backdrop is pressed with a pointer; Escape is its key
    <dialog
      ref={dialog}
      className={classes('k-modal', `k-modal-${placement}`, curtain && 'k-modal-curtain')}
      aria-label={names.label}
      aria-labelledby={names.labelledBy}
      aria-describedby={names.describedBy}
      onCancel={cancel}
      onClose={closed}
      onMouseDown={press}
      onClick={click}
    >
      {children}
    </dialog>
  );
}

/** What asks to be first, else the first field, else the first button below; a dialog that is only read begins at its title. */
function firstToFocus(dialog: HTMLElement): HTMLElement | null {
  const order = ['[data-first]', fields, '.k-dialog-foot button:not(:disabled)', '.k-dialog-title', 'button'];
  return order.map((selector) => dialog.querySelector<HTMLElement>(selector)).find((found) => found !== null) ?? null;
}
