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
  const showIn = (ms: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(show, ms);
  };
  const focus = (event: FocusEvent) => {
    // not at once: a closing menu gives the focus back while the platform still hides it, and no popover may be shown then
    if (event.target.matches(':focus-visible')) showIn(0);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide();
  };
  return (
    <span
      role="presentation"
      className="k-tooltip-host"
      ref={host}
      onPointerEnter={() => showIn(hoverMs)}
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
