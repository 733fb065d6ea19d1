import { type KeyboardEvent, useState } from 'react';
import { useFormats } from '../../browser/speech';
import type { ControlProps } from './field';
import { addMinutesToTime, parseTime } from './parse-time';
import './input.css';

interface TimeInputProps extends Partial<ControlProps> {
  /** Wall time, `14:30`, or empty. */
  readonly value: string;
  /** Called when the field is left or a key steps it: wall time, or empty when it is empty. */
  readonly onChange: (value: string) => void;
  /** What was typed is no time; say so at the field. Called with undefined once it is. */
  readonly onMisread?: (text: string | undefined) => void;
  /** Minutes that the up and down keys step. */
  readonly step?: number;
  readonly disabled?: boolean;
}

/** A time on the 12-hour clock, typed as people say it: "2", "230p", "2:30 pm". */
export function TimeInput({ value, onChange, onMisread, step = 15, ...rest }: TimeInputProps) {
  const formats = useFormats();
  const [typed, setTyped] = useState<string>();
  const type = (text: string) => {
    setTyped(text);
    // at once, not on leaving: a note that goes away under a pressed pointer moves what it was pressing
    if (parseTime(text) !== undefined) onMisread?.(undefined);
  };
  const settle = () => {
    if (typed === undefined) return;
    const time = typed.trim() === '' ? '' : parseTime(typed);
    onMisread?.(time === undefined ? typed : undefined);
    if (time === undefined) return; // what was typed stays to be mended
    setTyped(undefined);
    if (time !== value) onChange(time);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') settle();
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const from = (typed === undefined ? undefined : parseTime(typed)) ?? value;
    if (direction === undefined || from === '') return;
    event.preventDefault();
    setTyped(undefined);
    onMisread?.(undefined);
    onChange(addMinutesToTime(from, direction * step));
  };
  return (
    <input
      {...rest}
      type="text"
      className="k-input num"
      autoComplete="off"
      value={typed ?? (value === '' ? '' : formats.wallTime(value))}
      onChange={(event) => type(event.target.value)}
      onBlur={settle}
      onKeyDown={key}
    />
  );
}
