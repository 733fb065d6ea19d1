import { Skeleton } from '../design/skeleton';
import { boardColumns } from './board';
import './today.css';

/** The board's own shape, until the day is there. */
export const BoardSkeleton = () => (
  <div className="today-board">
    {boardColumns.map((column, index) => (
      <div key={column} className="today-column">
        <Skeleton shape="cards" count={Math.max(1, 3 - index)} />
      </div>
    ))}
  </div>
);
