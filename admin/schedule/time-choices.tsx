import { useEffect, useId, useRef } from 'react';
import { useFormats } from '../../browser/speech';
import { Skeleton } from '../design/skeleton';
import { useWords } from '../words';
import type { Free } from './free-times';
import './schedule.css';

interface TimeChoicesProps {
  readonly legend: string;
  /** Undefined while they are being found. */
  readonly times: readonly Free[] | undefined;
  readonly chosen: string | undefined;
  readonly onPick: (start: string) => void;
  /** Whenever it grows, they get the focus. */
  readonly focused?: number;
}

/** Free times, all in sight: radio buttons, so the arrow keys walk through them. */
export function TimeChoices({ legend, times, chosen, onPick, focused = 0 }: TimeChoicesProps) {
  const say = useWords();
  const formats = useFormats();
  const group = useId();
  const radios = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const all = [...(radios.current?.querySelectorAll('input') ?? [])];
    if (focused > 0) (all.find(({ checked }) => checked) ?? all[0])?.focus();
  }, [focused]);
  if (!times) return <Skeleton shape="lines" count={2} />;
  if (times.length === 0) return <p className="muted">{say('schedule.times.none')}</p>;
  return (
    <fieldset ref={radios} className="time-choices">
      <legend>{legend}</legend>
      {times.map(({ start, startsAt }) => (
        <label key={start} className="num">
          <input type="radio" name={group} value={start} checked={start === chosen} onChange={() => onPick(start)} />
          {formats.dayTime(startsAt)}
        </label>
      ))}
    </fieldset>
  );
}
