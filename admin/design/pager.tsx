import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useSharedWords } from '../../browser/speech';
import { IconButton } from './icon-button';
import './pager.css';

interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Which part of how many, and the parts before and after it. */
export function Pager({ page, perPage, total, onPage }: PagerProps) {
  const say = useSharedWords();
  const from = (page - 1) * perPage + 1;
  const to = Math.min(page * perPage, total);
  return (
    <nav className="k-pager num" aria-label={say('pieces.pages')}>
      <output>{total === 0 ? say('pieces.nothing') : say('pieces.range', { from, to, total })}</output>
      <IconButton
        kind="plain"
        icon={ChevronLeft}
        label={say('pieces.previous')}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        kind="plain"
        icon={ChevronRight}
        label={say('pieces.following')}
        disabled={to >= total}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  );
}
