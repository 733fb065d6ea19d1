import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSharedWords } from '../../browser/speech';
import { Icon } from './icon';
import './error-notice.css';

interface ErrorNoticeProps {
  /** What went wrong. */
  readonly title: string;
  /** What to do about it. */
  readonly remedy: ReactNode;
  /** The request's id, which the practice's administrator can look up. */
  readonly reference?: string | undefined;
  readonly actions?: ReactNode;
}

/** A problem and its remedy; heard when it appears. The form around it keeps what was typed. */
export function ErrorNotice({ title, remedy, reference, actions }: ErrorNoticeProps) {
  const say = useSharedWords();
  return (
    <div className="k-error" role="alert">
      <Icon of={CircleAlert} />
      <div>
        <strong>{title}</strong>
        <p className="k-error-remedy">{remedy}</p>
        {reference && <p className="k-error-reference num">{say('pieces.reference', { id: reference })}</p>}
      </div>
      {actions !== undefined && <div className="k-error-actions">{actions}</div>}
    </div>
  );
}
