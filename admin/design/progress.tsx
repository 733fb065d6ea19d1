import { type ReactNode, useId } from 'react';
import './progress.css';

interface ProgressProps {
  readonly label: string;
  /** How far, in words: "240 of 1,200". */
  readonly children?: ReactNode;
  /** Undefined while the whole is not known. */
  readonly value: number | undefined;
  readonly max: number;
}

/** Long work, in a bar and in words. It can be left alone and reports back. */
export function Progress({ label, children, value, max }: ProgressProps) {
  const id = useId();
  return (
    <div className="k-progress">
      <div className="k-progress-words num">
        <label htmlFor={id}>{label}</label>
        <span>{children}</span>
      </div>
      <progress id={id} max={max} {...(value !== undefined && { value })} />
    </div>
  );
}
