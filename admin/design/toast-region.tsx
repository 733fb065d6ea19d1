import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSharedWords } from '../../browser/speech';
import { Button } from './button';
import { classes } from './classes';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import type { Toast, Toasts } from './toasts';
import './modal.css';
import './toast-region.css';

const icons = { plain: Info, good: CircleCheck, bad: CircleAlert } as const;

/** Where toasts show and are heard. They wait while the pointer or the focus is on them. */
export function ToastRegion({ toasts }: { readonly toasts: Toasts }) {
  const say = useSharedWords();
  const current = useSyncExternalStore(toasts.subscribe, toasts.current);
  return (
    <section className="k-toasts" aria-label={say('pieces.notifications')} aria-live="polite" aria-relevant="additions">
      {current.map((toast) => (
        <ToastView key={toast.id} toast={toast} onGone={() => toasts.remove(toast.id)} />
      ))}
    </section>
  );
}

function ToastView({ toast, onGone }: { readonly toast: Toast; readonly onGone: () => void }) {
  const say = useSharedWords();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.lasts === undefined) return undefined;
    const timer = setTimeout(onGone, toast.lasts);
    return () => clearTimeout(timer);
    // `onGone` is new with each drawing and would start the time again
    // oxlint-disable-next-line react/exhaustive-deps
  }, [held, toast]);
  const undo = () => {
    toast.undo?.();
    onGone();
  };
  return (
    <div
      role="presentation"
      className={classes('k-toast', `k-toast-${toast.tone}`)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon of={icons[toast.tone]} />
      <span className="grow">{toast.text}</span>
      {toast.undo && (
        <Button size="small" onClick={undo}>
          {say('pieces.undo')}
        </Button>
      )}
      <IconButton size="small" icon={X} label={say('pieces.dismiss')} onClick={onGone} />
    </div>
  );
}
