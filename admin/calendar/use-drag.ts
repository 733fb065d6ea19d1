import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { movable } from './day-columns';
import { type Grab, type Place, isSamePlace, placeAt } from './dragging';
import type { GridColumn } from './grid-columns';

/** What is let go of, and where. */
export interface Drop extends Place {
  readonly of: Grab['of'];
  readonly appointment: AppointmentView;
}

export interface Dragged extends Place {
  /** What is dragged: it stays where it is until it has been moved. */
  readonly key: string;
}

interface Drag {
  /** Around the lanes. */
  readonly body: RefObject<HTMLDivElement | null>;
  readonly dragged: Dragged | undefined;
  readonly onPointerDown: (event: ReactPointerEvent) => void;
}

/** So far the hand may shake before it drags. */
const shakePixels = 4;

/** Drags appointments over a grid, or their lower edge, with a mouse or a pen; Escape lets go where nothing happens. */
export function useDrag(columns: readonly GridColumn[], onDrop: (drop: Drop) => void): Drag {
  const body = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Dragged>();
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);

  const begin = (event: ReactPointerEvent, key: string, appointment: AppointmentView, grab: Grab) => {
    const from = { x: event.clientX, y: event.clientY };
    const first = { column: grab.column, minute: grab.minute, minutes: grab.minutes };
    let place: Place | undefined;
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (!place && Math.hypot(clientX - from.x, clientY - from.y) < shakePixels) return;
      const over = pointerOn(body.current, columns, clientX, clientY);
      if (!over) return;
      place = placeAt(grab, over, over.drawn);
      setDragged({ ...place, key });
    };
    const up = () => {
      stop();
      if (!place) return;
      dropClick();
      if (!isSamePlace(place, first)) onDrop({ ...place, of: grab.of, appointment });
    };
    const escape = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.stopPropagation();
      if (place) window.addEventListener('pointerup', dropClick, { once: true });
      stop();
    };
    const controller = new AbortController();
    const stop = () => {
      controller.abort();
      setDragged(undefined);
      end.current = undefined;
    };
    const { signal } = controller;
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', up, { signal });
    window.addEventListener('pointercancel', stop, { signal });
    window.addEventListener('keydown', escape, { signal, capture: true });
    end.current = stop;
  };

  return {
    body,
    dragged,
    onPointerDown: (event) => {
      const target = event.target as Element;
      if (event.button !== 0 || event.pointerType === 'touch' || target.closest('button, [role=menu]')) return;
      const key = target.closest('.cal-event')?.querySelector<HTMLElement>('[data-spot]')?.dataset['spot'];
      const column = columns.findIndex(({ held }) => held.some((one) => one.key === key));
      const of = columns[column];
      const one = of?.held.find((held) => held.key === key);
      const appointment = one && movable(one);
      const over = pointerOn(body.current, columns, event.clientX, event.clientY);
      if (key === undefined || !of || !one || !appointment || !over) return;
      const minute = of.scale.minuteOf(one.startsAt);
      begin(event, key, appointment, {
        of: target.closest('.cal-grip') ? 'resize' : 'move',
        column,
        minute,
        minutes: appointment.minutes,
        hold: over.minute - minute,
      });
    },
  };
}

/** The column and minute below the pointer; beside the grid, those of its edge. */
function pointerOn(body: HTMLElement | null, columns: readonly GridColumn[], x: number, y: number) {
  const boxes = [...(body?.querySelectorAll('.cal-lane') ?? [])].map((lane) => lane.getBoundingClientRect());
  const last = boxes.findLastIndex(({ left }) => left <= x);
  const column = Math.max(0, last);
  const [box, of] = [boxes[column], columns[column]];
  if (!box || !of) return undefined;
  const drawn = of.scale.minutes;
  return { column, minute: ((y - box.top) / box.height) * drawn, drawn };
}

/** What was dragged is a link: to let go of it is no click. */
function dropClick(): void {
  const controller = new AbortController();
  const drop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', drop, { capture: true, signal: controller.signal });
  setTimeout(() => controller.abort());
}
