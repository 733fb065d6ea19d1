import { History } from 'lucide-react';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import type { Since } from './use-since';
import './since.css';

/**
 * Says how much of a list others changed, and leads there. It stands in a place that is always kept for it: nothing moves when it
 * comes, and the focus moves only for whoever asks.
 */
export function SinceLine({ since: { changes } }: { readonly since: Since }) {
  const say = useWords();
  return (
    <div className="since-line">
      <output>{changes.size > 0 && say('since.rows', { count: changes.size })}</output>
      {changes.size > 0 && <Show />}
    </div>
  );
}

function Show() {
  const say = useWords();
  useAction({ id: 'since.show', name: say('since.showAll'), icon: History, key: 'u', run: goToNextChanged });
  return (
    <button type="button" className="since-show" aria-keyshortcuts="u" onClick={goToNextChanged}>
      {say('since.show')}
    </button>
  );
}

/** To the first thing that is marked, or, from one of them, to the next. */
function goToNextChanged(): void {
  const marked = [...document.querySelectorAll<HTMLElement>('main [data-changed]')];
  const at = marked.findIndex((one) => one.contains(document.activeElement));
  const next = marked[(at + 1) % marked.length];
  next?.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
