import type { ComponentProps } from 'react';
import { classes } from './classes';
import './input.css';

type Native = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'className'>;

export interface TextInputProps extends Native {
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'url';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const TextInput = ({ type = 'text', value, onChange, ...rest }: TextInputProps) => (
  <input {...rest} type={type} className="k-input" value={value} onChange={(event) => onChange(event.target.value)} />
);

interface DateInputProps extends Omit<Native, 'min' | 'max'> {
  /** A day on the calendar, `2026-12-01`, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
}

/** The platform's own date field: typed in parts or picked from its calendar. */
export const DateInput = ({ value, onChange, ...rest }: DateInputProps) => (
  <input
    {...rest}
    type="date"
    className={classes('k-input', 'k-input-date', 'num')}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'className'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Grows with what is typed. */
export const TextArea = ({ value, onChange, ...rest }: TextAreaProps) => (
  <textarea {...rest} className="k-input" value={value} onChange={(event) => onChange(event.target.value)} />
);
