import type { Killable } from './lane';
import type { Step, StoryName } from './story';

/**
 * When in a step: `before` it begins; `held`: everything is written and nothing committed; `pending`: its timer runs;
 * `claimed`: the vendor was called and has not taken it; `accepted`: the vendor has it and nobody heard; `calling`: the vendor
 * takes its time, and answers; `after`: it was answered; `uncommitted`: its transaction stands before the end of its commit and
 * is lost; `unheard`: the same, and it commits without anybody who hears of it.
 */
export type Moment =
  | 'before'
  | 'held'
  | 'pending'
  | 'claimed'
  | 'accepted'
  | 'calling'
  | 'after'
  | 'uncommitted'
  | 'unheard';

/** Who is killed with -9, at which moment of which step of which story. */
export interface Point {
  readonly story: StoryName;
  readonly step: Step;
  readonly moment: Moment;
  readonly kill: Killable;
}

/** By name; rows of the failure matrix (docs/workflows/appointment.md) have theirs. Those that take longest come first. */
export const points = {
  'worker dies after claim, before vendor call': { story: 'reminded', step: 'send', moment: 'claimed', kill: 'worker' },
  'after vendor accept, before completion': { story: 'reminded', step: 'send', moment: 'accepted', kill: 'worker' },
  'Postgres down in an activity': { story: 'reminded', step: 'send', moment: 'calling', kill: 'postgres' },
  'API before commit': { story: 'reminded', step: 'register', moment: 'held', kill: 'api' },
  'Temporal away while a reminder is ordered': { story: 'reminded', step: 'send', moment: 'before', kill: 'temporal' },
  'Postgres before a booking commits': { story: 'reminded', step: 'book', moment: 'held', kill: 'postgres' },
  'after commit, before relay': { story: 'reminded', step: 'book', moment: 'before', kill: 'worker' },
  'the api as the client confirms by her link': { story: 'visited', step: 'confirm', moment: 'held', kill: 'api' },
  'server down across `fireAt`': { story: 'timed', step: 'timer', moment: 'pending', kill: 'temporal' },
  'Temporal away while it is moved': { story: 'cancelled', step: 'move', moment: 'before', kill: 'temporal' },
  'worker kill -9 with timer pending': { story: 'timed', step: 'timer', moment: 'pending', kill: 'worker' },
  'Postgres before a cancellation commits': { story: 'cancelled', step: 'cancel', moment: 'held', kill: 'postgres' },
  'the api before a check-in commits': { story: 'visited', step: 'check_in', moment: 'held', kill: 'api' },
  'Temporal away as a session begins': { story: 'visited', step: 'begin', moment: 'before', kill: 'temporal' },
  'the worker as a cancellation is to be told': { story: 'cancelled', step: 'cancel', moment: 'after', kill: 'worker' },
  'Postgres before the end of a session commits': {
    story: 'visited',
    step: 'complete',
    moment: 'held',
    kill: 'postgres',
  },
  'the worker before a clinician is asked for a signature': {
    story: 'unsigned',
    step: 'sign',
    moment: 'pending',
    kill: 'worker',
  },
  'the worker before someone missing is asked about': {
    story: 'missed',
    step: 'missing',
    moment: 'pending',
    kill: 'worker',
  },
} as const satisfies Readonly<Record<string, Point>>;
export type PointName = keyof typeof points;
