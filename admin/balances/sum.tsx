import type { ReactNode } from 'react';
import { classes } from '../design/classes';
import './balances.css';

export interface SumPart {
  readonly id: string;
  readonly term: string;
  readonly value: ReactNode;
  readonly care?: boolean;
  /** What the parts before it come to. */
  readonly total?: boolean;
}

/** Amounts one below the other, as one adds them up by hand. */
export const Sum = ({ parts }: { readonly parts: readonly SumPart[] }) => (
  <dl className="sum num">
    {parts.map(({ id, term, value, care, total }) => (
      <div key={id} className={classes(total && 'sum-total')}>
        <dt>{term}</dt>
        <dd className={classes(care && 'care')}>{value}</dd>
      </div>
    ))}
  </dl>
);
