import { type FocusEvent, type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import type { FileSegmentsView } from '../../api/claims/claim.contract';
import { classes } from '../design/classes';
import { nextIndex } from '../design/next-index';
import { placeBeside } from '../design/place-beside';
import { Explanation } from './explanation';
import { type ExplainedSegment, type Piece, explain } from './explain';
import { type X12Words, useX12Words } from './use-x12-words';
import './x12.css';

interface Place {
  readonly row: number;
  readonly cell: number;
}
const samePlace = (a: Place | undefined, b: Place): boolean => a?.row === b.row && a.cell === b.cell;

/** The name, then every piece of every element. */
const cellsOf = ({ name, elements }: ExplainedSegment): readonly Piece[] => [name, ...elements.flat()];

/**
 * Segments as they stand in a file. Whoever points at a piece, or walks to it with the arrow keys, reads what it is; Escape closes
 * that again, and it stays while the pointer is on it.
 */
export function ExplainedSegments({ file }: { readonly file: Omit<FileSegmentsView, 'clientId'> }) {
  const words = useX12Words();
  const segments = useMemo(() => explain(file), [file]);
  const [reached, setReached] = useState<Place>({ row: 0, cell: 0 });
  const { tip, shown, show, hide } = useTip();
  const tipId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      return hide();
    }
    const to = placeAfter(event.key, reached, segments);
    if (!to) return undefined;
    event.preventDefault();
    return grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.cell}"]`)?.focus();
  };
  return (
    <div className="x12">
      <p className="small muted">{words?.catalogue.hint}</p>
      <div
        role="grid"
        aria-label={words?.catalogue.label}
        aria-readonly
        className="x12-lines"
        ref={grid}
        onKeyDown={move}
        onPointerLeave={hide}
        tabIndex={-1}
      >
        {segments.map((segment, row) => (
          <Line
            key={segment.offset}
            segment={segment}
            row={row}
            words={words}
            file={file}
            reached={reached}
            describedBy={(place) => (samePlace(shown, place) ? tipId : undefined)}
            onReach={(place, at) => {
              setReached(place);
              show(place, at);
            }}
            onPoint={show}
            onLeave={hide}
          />
        ))}
      </div>
      <div className="x12-tip" popover="manual" role="tooltip" id={tipId} ref={tip}>
        {words && shown && (
          <Explanation
            segment={segments[shown.row]}
            piece={pieceAt(segments, shown)}
            words={words}
            row={shown.row}
            count={segments.length}
          />
        )}
      </div>
      <p className="small muted x12-legend">
        <span className="x12-control">{words?.catalogue.control}</span> {words?.catalogue.controlHint}
      </p>
    </div>
  );
}

const pieceAt = (segments: readonly ExplainedSegment[], { row, cell }: Place): Piece | undefined =>
  segments[row] && cellsOf(segments[row])[cell];

/** Left and right within a segment, up and down between them, Home and End to its ends. */
function placeAfter(key: string, { row, cell }: Place, segments: readonly ExplainedSegment[]): Place | undefined {
  const widthOf = (at: number) => (segments[at] ? cellsOf(segments[at]).length : 0);
  const across = nextIndex(key, cell, widthOf(row), { axis: 'horizontal', wrap: false });
  if (across !== undefined) return { row, cell: across };
  const down =
    key === 'Home' || key === 'End'
      ? undefined
      : nextIndex(key, row, segments.length, { axis: 'vertical', wrap: false });
  return down === undefined ? undefined : { row: down, cell: Math.min(cell, widthOf(down) - 1) };
}

interface LineProps {
  readonly segment: ExplainedSegment;
  readonly row: number;
  readonly words: X12Words | undefined;
  readonly file: Pick<FileSegmentsView, 'element' | 'component'>;
  readonly reached: Place;
  readonly describedBy: (place: Place) => string | undefined;
  readonly onReach: (place: Place, at: Element) => void;
  readonly onPoint: (place: Place, at: Element) => void;
  readonly onLeave: () => void;
}

function Line({ segment, row, file, reached, describedBy, words, onReach, onPoint, onLeave }: LineProps) {
  let cell = 0;
  const draw = (piece: Piece) => {
    const place = { row, cell };
    cell += 1;
    const what = place.cell === 0 ? words?.segment(segment) : words?.piece(piece);
    return (
      <span
        key={place.cell}
        role="gridcell"
        className={classes('x12-piece', place.cell === 0 && 'x12-name', piece.control && 'x12-control')}
        data-cell={`${row} ${place.cell}`}
        tabIndex={samePlace(reached, place) ? 0 : -1}
        aria-label={what === undefined ? piece.text : `${what}: ${piece.text}`}
        aria-describedby={describedBy(place)}
        onFocus={(event: FocusEvent) => onReach(place, event.currentTarget)}
        onBlur={onLeave}
        onPointerEnter={(event: PointerEvent) => onPoint(place, event.currentTarget)}
      >
        {piece.text}
      </span>
    );
  };
  return (
    <div role="row" className="x12-line">
      {draw(segment.name)}
      {segment.elements.map((pieces, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an element is its place
        <span key={index} role="presentation">
          <i aria-hidden>{file.element}</i>
          {pieces.map((piece, part) => (
            <span key={piece.code} role="presentation">
              {part > 0 && <i aria-hidden>{file.component}</i>}
              {draw(piece)}
            </span>
          ))}
        </span>
      ))}
    </div>
  );
}

/** One popup for all pieces, beside the one that is pointed at or has the focus. */
function useTip() {
  const tip = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Place>();
  const hide = () => {
    setShown(undefined);
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
  };
  const show = (place: Place, at: Element) => {
    setShown(place);
    // what it says is drawn first: where it goes depends on how large it is
    requestAnimationFrame(() => {
      const popup = tip.current;
      if (!popup || !at.isConnected) return;
      if (!popup.matches(':popover-open')) popup.showPopover();
      placeBeside(at, popup, { side: 'below' });
    });
  };
  return { tip, shown, show, hide };
}
