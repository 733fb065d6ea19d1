import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { placeBeside } from './place-beside';
import './tooltip.css';

const hoverMs = 400;

/**
 * The name of a control that shows only a drawing, on hover and on keyboard focus. It stays while the pointer is on it, and
 * Escape hides it (WCAG 1.4.13). The control itself has the same name, so screen readers do not hear it twice.
 */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const host = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  const show = () => {
    const anchor = host.current?.firstElementChild;
    if (!tip.current || !anchor || tip.current.matches(':popover-open')) return;
    tip.current.showPopover();
    placeBeside(anchor, tip.current, { align: 'center' });
  };
  const hide = () => {
    clearTimeout(timer.current);
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const over = () => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(show, hoverMs);
  };
  const focus = (event: FocusEvent) => {
    if (event.target.matches(':focus-visible')) show();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide();
  };
  return (
    <span
      role="presentation"
      className="k-tooltip-host"
      ref={host}
      onPointerEnter={over}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={focus}
      onBlur={hide}
      onKeyDown={key}
    >
      {children}
      <span className="k-tooltip" popover="manual" ref={tip} aria-hidden>
        {text}
      </span>
    </span>
  );
}
