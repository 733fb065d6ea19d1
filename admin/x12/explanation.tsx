import type { ExplainedSegment, Piece } from './explain';
import { type X12Words, shownCode } from './use-x12-words';

interface ExplanationProps {
  readonly segment: ExplainedSegment | undefined;
  readonly piece: Piece | undefined;
  readonly words: X12Words;
  readonly row: number;
  readonly count: number;
}

/** What one piece of a segment is, what its value means there, and of which segment it is a part. */
export function Explanation({ segment, piece, words, row, count }: ExplanationProps) {
  if (!segment || !piece) return null;
  const isName = piece.after === 'name';
  const meaning = isName ? undefined : words.value(piece);
  return (
    <>
      <div>
        <strong>{isName ? words.segment(segment) : words.piece(piece)}</strong>{' '}
        <span className="muted num">{shownCode(piece.code)}</span>
      </div>
      {meaning !== undefined && <div className="num">{[piece.text, meaning].join(' = ')}</div>}
      <div className="muted num">
        {isName
          ? words.at({ number: String(row + 1), count: String(count), offset: String(segment.offset) })
          : words.segment(segment)}
      </div>
      {piece.control && <div className="x12-control">{words.catalogue.control}</div>}
    </>
  );
}
