import { useSharedWords } from '../../browser/speech';
import { Card } from './card';
import { classes } from './classes';
import { VisuallyHidden } from './visually-hidden';
import './skeleton.css';

const times = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const Bone = ({ of }: { readonly of: number | 'title' }) => (
  <div className={classes('k-bone', of === 'title' ? 'k-bone-title' : `k-bone-${(of % 3) + 1}`)} />
);

/** The shape of what is coming. It stands still: nothing moves that did not go anywhere. */
export function Skeleton({
  shape,
  count = 3,
}: {
  readonly shape: 'lines' | 'cards' | 'page';
  readonly count?: number;
}) {
  const say = useSharedWords();
  return (
    <div className="k-skeleton" aria-busy>
      <VisuallyHidden>{say('pieces.loading')}</VisuallyHidden>
      {shape === 'page' && <Bone of="title" />}
      {times(count).map((index) =>
        shape === 'lines' ? (
          <Bone key={index} of={index} />
        ) : (
          <Card key={index}>
            <Bone of={index} />
            <Bone of={index + 1} />
            <Bone of={index + 2} />
          </Card>
        ),
      )}
    </div>
  );
}

/** Rows for a table that is still loading. */
export const SkeletonRows = ({ columns, rows = 6 }: { readonly columns: number; readonly rows?: number }) =>
  times(rows).map((row) => (
    <tr key={row}>
      {times(columns).map((column) => (
        <td key={column}>
          <Bone of={row + column} />
        </td>
      ))}
    </tr>
  ));
