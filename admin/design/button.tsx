import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useSharedWords } from '../../browser/speech';
import { type ButtonLook, buttonClass } from './button-look';
import { Icon, type IconDrawing } from './icon';
import { KeyHint } from './key-hint';
import { VisuallyHidden } from './visually-hidden';

export interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'className' | 'children' | 'type'> {
  readonly type?: 'button' | 'submit';
  readonly icon?: IconDrawing | undefined;
  /** The key that does the same, shown on the button. */
  readonly keyHint?: string;
  /** What it started is under way: it keeps focus and does nothing more. */
  readonly busy?: boolean | undefined;
  readonly children: ReactNode;
}

export function Button({ kind, size, danger, wide, icon, keyHint, busy, children, onClick, ...rest }: ButtonProps) {
  const say = useSharedWords();
  const look = { ...(kind && { kind }), ...(size && { size }), ...(danger && { danger }), ...(wide && { wide }) };
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look)}
      onClick={press}
      {...(busy && { 'aria-disabled': true })}
      {...(keyHint && { 'aria-keyshortcuts': keyHint.toLowerCase() })}
    >
      {busy ? <Spinner /> : icon && <Icon of={icon} />}
      {children}
      {busy && <VisuallyHidden>{say('pieces.busy')}</VisuallyHidden>}
      {keyHint && (
        <span aria-hidden>
          <KeyHint>{keyHint}</KeyHint>
        </span>
      )}
    </button>
  );
}

const Spinner = () => <LoaderCircle className="k-icon k-spin" strokeWidth={1.75} aria-hidden />;
