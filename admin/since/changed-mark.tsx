import { VisuallyHidden } from '../design/visually-hidden';
import { useWords } from '../words';
import type { Change } from './since-looked';

/** For those who hear the page: that this is what others changed. Sighted people see the edge (`since.css`). */
export function ChangedMark({ change }: { readonly change: Change | undefined }) {
  const say = useWords();
  if (!change) return null;
  return (
    <VisuallyHidden>
      {', '}
      {say(`since.${change}`)}
    </VisuallyHidden>
  );
}

/** The same for a row of a table or an entry of a timeline, which is marked where it has one. */
export const markOf = (change: Change | undefined) => change && <ChangedMark change={change} />;
