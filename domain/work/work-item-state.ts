import { type StateOf, lifeOf } from '../life';

/** Something that needs a person. `done` when its cause is gone, by a person or by itself; `dismissed` when someone decided not to. */
export const workItemLife = lifeOf('work_item', {
  '': { open: 'open' },
  open: { finish: 'done', dismiss: 'dismissed' },
  done: {},
  dismissed: {},
});
export type WorkItemState = StateOf<typeof workItemLife>;
