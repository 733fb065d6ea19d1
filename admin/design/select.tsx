import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes';
import { Icon } from './icon';
import './input.css';

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly name: string;
}

interface SelectProps<Value extends string> extends Omit<
  ComponentProps<'select'>,
  'value' | 'onChange' | 'className' | 'children'
> {
  readonly options: readonly Option<Value>[];
  /** Undefined: nothing is chosen yet, `none` says so. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** The words for choosing nothing; without them one must be chosen. */
  readonly none?: string;
}

/** The platform's own list, drawn as ours. */
export const Select = <Value extends string>({ options, value, onChange, none, ...rest }: SelectProps<Value>) => (
  <span className={classes('k-input-frame', 'k-select')}>
    <select
      {...rest}
      className="k-input"
      value={value ?? ''}
      onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
    <Icon of={ChevronDown} />
  </span>
);
