import type { ReactNode } from 'react';
import { classes } from './classes';
import './definition-list.css';

export interface Definition {
  readonly id: string;
  readonly term: string;
  readonly value: ReactNode;
}

interface DefinitionListProps {
  readonly items: readonly Definition[];
  /** The term above its value, side by side; else before it, one under the other. */
  readonly above?: boolean;
}

export const DefinitionList = ({ items, above }: DefinitionListProps) => (
  <dl className={classes('k-definitions', above && 'k-definitions-above')}>
    {items.map((item) =>
      above ? (
        <div key={item.id}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ) : (
        <Pair key={item.id} {...item} />
      ),
    )}
  </dl>
);

const Pair = ({ term, value }: Definition) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
);
