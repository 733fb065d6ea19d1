import type { DeskRights } from '../today/card-act';
import type { Deciding } from '../today/decisions';
import type { RunAct } from '../today/use-desk-acts';

/** What can be done from a calendar's day, and by this person. */
export interface DayHandlers {
  readonly rights: DeskRights;
  readonly onAct: RunAct;
  readonly onDecide: (deciding: Deciding) => void;
}
