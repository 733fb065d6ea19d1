import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useGetList } from 'react-admin';
import type { RemittanceClaimRow } from '../../api/remittances/remittance.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { useUrlRecord } from '../data/use-url-record';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { classes } from '../design/classes';
import { ProblemNotice } from '../design/problem-notice';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import { moveBetweenRows } from '../work/move-between-rows';
import { useReachedRow } from '../work/use-reached-row';
import { Exception } from './exception';
import { useRemittanceWords } from './use-remittance-words';
import './remittances.css';

const mostShown = 200;

/** What waits for a person, one after the other and by keyboard: the payer's words beside the claim that they may be about. */
export function ReviewCard({ remittanceId }: { readonly remittanceId: string }) {
  const say = useWords();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const {
    data = [],
    error,
    refetch,
  } = useGetList<RemittanceClaimRow>('remittance-claims', {
    filter: { remittanceId, states: ['review'] },
    sort: { field: 'ordinal', order: 'ASC' },
    pagination: { page: 1, perPage: mostShown },
  });
  const waiting = data.filter((row) => row.state === 'review' && !settled.has(row.id));
  const settle = (id: string, done: boolean) =>
    setSettled((all) => (done ? new Set([...all, id]) : new Set([...all].filter((one) => one !== id))));
  if (error && data.length === 0)
    return (
      <ProblemNotice
        problem={problemOf(error)}
        actions={
          <Button size="small" onClick={() => void refetch()}>
            {say('pieces.retry')}
          </Button>
        }
      />
    );
  return waiting.length > 0 && <Review waiting={waiting} onSettle={settle} />;
}

interface ReviewProps {
  /** At least one. */
  readonly waiting: readonly RemittanceClaimRow[];
  readonly onSettle: (id: string, done: boolean) => void;
}

function Review({ waiting, onSettle }: ReviewProps) {
  const say = useWords();
  const id = useId();
  const asked = useUrlRecord('answer').id;
  const { reached, reach, list } = useReachedRow(
    waiting.map((row) => row.id),
    asked,
  );
  const parts = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => {
    const at = waiting.findIndex((row) => row.id === reached);
    // who comes from elsewhere on the page goes to the one that is shown first of all
    const to = parts.current?.contains(document.activeElement) ? at + by : at;
    const next = waiting[Math.min(Math.max(0, to), waiting.length - 1)];
    if (!next) return;
    reach(next.id);
    list.current?.querySelector<HTMLElement>(`[data-row="${next.id}"]`)?.focus();
  };
  useAction({ id: 'review.next', name: say('remittances.review.next'), icon: ArrowDown, key: 'j', run: () => step(1) });
  useAction({
    id: 'review.previous',
    name: say('remittances.review.previous'),
    icon: ArrowUp,
    key: 'k',
    run: () => step(-1),
  });
  const current = waiting.find((row) => row.id === reached);
  return (
    <Card as="section" className="review" aria-labelledby={id}>
      <header>
        <h2 id={id}>{say('remittances.review.title')}</h2>
        <p className="small muted">
          {say('remittances.review.lead', { count: waiting.length })}
          {' · '}
          {say('remittances.review.keys')}
        </p>
      </header>
      <div className="review-parts" ref={parts}>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its buttons: arrow keys move between them */}
        <div ref={list} onKeyDown={moveRows}>
          <ul aria-label={say('remittances.review.listLabel')}>
            {waiting.map((row) => (
              <li key={row.id}>
                <Row row={row} reached={row.id === reached} onReach={reach} />
              </li>
            ))}
          </ul>
        </div>
        {current && <Exception key={current.id} row={current} onSettle={(done) => onSettle(current.id, done)} />}
      </div>
    </Card>
  );
}

const moveRows = (event: KeyboardEvent<HTMLElement>): void => moveBetweenRows(event, '.review-row');

interface RowProps {
  readonly row: RemittanceClaimRow;
  readonly reached: boolean;
  readonly onReach: (id: string) => void;
}

function Row({ row, reached, onReach }: RowProps) {
  const formats = useFormats();
  const words = useRemittanceWords();
  return (
    <button
      type="button"
      className={classes('review-row', reached && 'review-row-reached')}
      data-row={row.id}
      tabIndex={reached ? 0 : -1}
      aria-current={reached}
      onFocus={() => onReach(row.id)}
      onClick={() => onReach(row.id)}
    >
      <span className="row">
        <strong className="grow clip">{row.patientName ?? row.controlNumber}</strong>
        <span className="num">{formats.money(row.paidCents)}</span>
      </span>
      <span className="small muted">{words.review(row.reason)}</span>
    </button>
  );
}
