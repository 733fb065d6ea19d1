import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import './disclosure.css';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** What few need, behind a line that says what it is. */
export const Disclosure = ({ summary, open = false, children }: DisclosureProps) => (
  <details className="k-disclosure" open={open}>
    <summary>
      <Icon of={ChevronRight} />
      {summary}
    </summary>
    <div className="k-disclosure-body">{children}</div>
  </details>
);
