import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button-look';
import { Icon, type IconDrawing } from './icon';
import { Tooltip } from './tooltip';
import { VisuallyHidden } from './visually-hidden';

export interface IconButtonProps
  extends Omit<ButtonLook, 'wide'>, Omit<ComponentProps<'button'>, 'className' | 'children' | 'type'> {
  readonly icon: IconDrawing;
  /** What it does; shown when pointed at, heard by those who listen. */
  readonly label: string;
}

export function IconButton({ icon, label, kind = 'quiet', size = 'normal', danger = false, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button type="button" {...rest} className={buttonClass({ kind, size, danger }, 'k-button-square')}>
        <Icon of={icon} />
        <VisuallyHidden>{label}</VisuallyHidden>
      </button>
    </Tooltip>
  );
}
