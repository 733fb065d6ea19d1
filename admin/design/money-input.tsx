import { useState } from 'react';
import { useFormats } from '../../browser/speech';
import type { ControlProps } from './field';
import { parseMoney } from './parse-money';
import './input.css';

interface MoneyInputProps extends Partial<ControlProps> {
  /** Whole cents; undefined when it is empty. */
  readonly value: number | undefined;
  /** Called when the field is left. */
  readonly onChange: (cents: number | undefined) => void;
  /** What was typed is no amount; say so at the field. Called with undefined once it is. */
  readonly onMisread?: (text: string | undefined) => void;
  readonly disabled?: boolean;
}

/** An amount of dollars, shown as "$1,234.50" and held in cents. */
export function MoneyInput({ value, onChange, onMisread, ...rest }: MoneyInputProps) {
  const formats = useFormats();
  const [typed, setTyped] = useState<string>();
  const type = (text: string) => {
    setTyped(text);
    if (parseMoney(text) !== undefined) onMisread?.(undefined);
  };
  const settle = () => {
    if (typed === undefined) return;
    const cents = parseMoney(typed);
    const misread = cents === undefined && typed.trim() !== '';
    onMisread?.(misread ? typed : undefined);
    if (misread) return; // what was typed stays to be mended
    setTyped(undefined);
    if (cents !== value) onChange(cents);
  };
  return (
    <input
      {...rest}
      type="text"
      inputMode="decimal"
      className="k-input num"
      autoComplete="off"
      value={typed ?? (value === undefined ? '' : formats.money(value))}
      onChange={(event) => type(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
}
