import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { VisuallyHidden } from './visually-hidden';
import './checkbox.css';

interface CheckProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'checked' | 'onChange' | 'className' | 'ref' | 'role'
> {
  readonly label: ReactNode;
  readonly labelHidden?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** `some`: it stands for several, of which some are chosen. */
export function CheckBox({ some = false, ...props }: CheckProps & { readonly some?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = some;
  }, [some]);
  return <Check {...props} input={input} />;
}

/** Takes effect at once; in a form that is sent, use a checkbox. */
export const Switch = (props: CheckProps) => <Check {...props} switching />;

interface InnerProps extends CheckProps {
  readonly switching?: boolean;
  readonly input?: ComponentProps<'input'>['ref'];
}

const Check = ({ label, labelHidden, checked, onChange, switching, input, ...rest }: InnerProps) => (
  <label className="k-check">
    <input
      {...rest}
      {...(input && { ref: input })}
      {...(switching && { role: 'switch' })}
      type="checkbox"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
    {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : <span>{label}</span>}
  </label>
);
