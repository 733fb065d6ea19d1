import { useWords } from '../words';
import type { Looked } from './since-looked';
import type { Since } from './use-since';
import './since.css';

/** One event of a record's timeline, the latest first. */
export interface SinceEvent {
  readonly id: string;
  /** This person did it. */
  readonly own: boolean;
  readonly what: string;
  readonly detail: string;
}

export const lookedAtEvent = ({ id, own }: SinceEvent): Looked => ({ id, parts: { there: 1 }, own });

interface RecordSinceLineProps {
  readonly since: Since;
  readonly events: readonly SinceEvent[];
}

/** Says what others did to the record on screen since one looked, by its timeline: what, when and who. */
export function RecordSinceLine({ since: { changes }, events }: RecordSinceLineProps) {
  const say = useWords();
  const [latest, ...more] = events.filter(({ id }) => changes.has(id));
  const text = () => {
    if (!latest) return changes.size > 0 && say('since.record');
    const { what, detail } = latest;
    return more.length === 0
      ? say('since.event', { what, detail })
      : say('since.events', { what, detail, count: more.length });
  };
  return (
    <div className="since-line">
      <output>{text()}</output>
    </div>
  );
}
