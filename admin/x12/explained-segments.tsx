import { type FocusEvent, type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import type { FileSegmentsView } from '../../api/claims/claim.contract';
import { classes } from '../design/classes';
import { nextIndex } from '../design/next-index';
import { Explanation } from './explanation';
import { type ExplainedSegment, type Piece, explain } from './explain';
import { useTip } from './use-tip';
import { type X12Words, useX12Words } from './use-x12-words';
import './x12.css';

interface Place {
  readonly row: number;
  readonly cell: number;
}
const samePlace = (a: Place | undefined, b: Place): boolean => a?.row === b.row && a.cell === b.cell;

/**
 * Segments as they stand in a file. Whoever points at a piece, or walks to it with the arrow keys, reads what it is; Escape closes
 * that again.
 */
export function ExplainedSegments({ file }: { readonly file: Omit<FileSegmentsView, 'clientId'> }) {
  const words = useX12Words();
  const segments = useMemo(() => explain(file), [file]);
  const [reached, setReached] = useState<Place>({ row: 0, cell: 0 });
  const { tip, shown, show, hide } = useTip<Place>();
  const tipId = useId();
  const lines = useRef<HTMLOListElement>(null);
  const move = (event: KeyboardEvent) => {
    const to = placeAfter(event.key, reached, segments);
    if (!to) return;
    event.preventDefault();
    lines.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.cell}"]`)?.focus();
  };
  /** Whoever goes from a piece to what is said of it may read that, and mark it. */
  const leave = (event: PointerEvent) => {
    if (!(event.relatedTarget instanceof Node && tip.current?.contains(event.relatedTarget))) hide();
  };
  return (
    <div className="x12">
      <p className="small muted">{words?.catalogue.hint}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it listens for its buttons: arrow keys move between them */}
      <ol aria-label={words?.catalogue.label} className="x12-lines" ref={lines} onKeyDown={move} onPointerLeave={leave}>
        {segments.map((segment, row) => (
          <Line
            key={segment.offset}
            segment={segment}
            row={row}
            words={words}
            file={file}
            reached={reached}
            tipId={(place) => (samePlace(shown, place) ? tipId : undefined)}
            onReach={(place, at) => {
              setReached(place);
              show(place, at);
            }}
            onPoint={show}
            onLeave={hide}
          />
        ))}
      </ol>
      <div className="x12-tip" popover="manual" role="tooltip" id={tipId} ref={tip} onPointerLeave={hide}>
        {words && shown && (
          <Explanation
            segment={segments[shown.row]}
            piece={segments[shown.row]?.pieces[shown.cell]}
            words={words}
            row={shown.row}
            count={segments.length}
          />
        )}
      </div>
      <p className="small muted">
        <span className="x12-control">{words?.catalogue.control}</span> {words?.catalogue.controlHint}
      </p>
    </div>
  );
}

/** Left and right within a segment, up and down between them, Home and End to its ends. */
function placeAfter(key: string, { row, cell }: Place, segments: readonly ExplainedSegment[]): Place | undefined {
  const widthOf = (at: number) => segments[at]?.pieces.length ?? 0;
  const across = nextIndex(key, cell, widthOf(row), { axis: 'horizontal', wrap: false });
  if (across !== undefined) return { row, cell: across };
  if (key === 'Home' || key === 'End') return undefined;
  const down = nextIndex(key, row, segments.length, { axis: 'vertical', wrap: false });
  return down === undefined ? undefined : { row: down, cell: Math.min(cell, widthOf(down) - 1) };
}

interface LineProps {
  readonly segment: ExplainedSegment;
  readonly row: number;
  readonly words: X12Words | undefined;
  readonly file: Pick<FileSegmentsView, 'element' | 'component'>;
  readonly reached: Place;
  readonly tipId: (place: Place) => string | undefined;
  readonly onReach: (place: Place, at: Element) => void;
  readonly onPoint: (place: Place, at: Element) => void;
  readonly onLeave: () => void;
}

function Line({ segment, row, file, reached, tipId, words, onReach, onPoint, onLeave }: LineProps) {
  const separators = { name: '', element: file.element, component: file.component };
  return (
    <li className="x12-line">
      {segment.pieces.map((piece, cell) => {
        const place = { row, cell };
        const what = piece.after === 'name' ? words?.segment(segment) : words?.piece(piece);
        return (
          <span key={piece.code}>
            <i aria-hidden>{separators[piece.after].repeat(piece.skips + 1)}</i>
            <button
              type="button"
              className={classes('x12-piece', piece.after === 'name' && 'x12-name', piece.control && 'x12-control')}
              data-cell={`${row} ${cell}`}
              tabIndex={samePlace(reached, place) ? 0 : -1}
              aria-label={labelOf(what, piece)}
              aria-describedby={tipId(place)}
              onFocus={(event: FocusEvent) => onReach(place, event.currentTarget)}
              onBlur={onLeave}
              onPointerEnter={(event: PointerEvent) => onPoint(place, event.currentTarget)}
            >
              {piece.text}
            </button>
          </span>
        );
      })}
    </li>
  );
}

const labelOf = (what: string | undefined, { text }: Piece): string => (what === undefined ? text : `${what}: ${text}`);
