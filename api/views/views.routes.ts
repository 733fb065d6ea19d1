import { listViews, readView } from '../../domain/views/list-views';
import { changeView, removeView, restoreView, saveView } from '../../domain/views/save-view';
import { read, type Route, signedIn, write } from '../http/route';
import * as contracts from './view.contract';

const own = { access: signedIn, purpose: 'own' } as const;
const view = readView;

/** What the caller keeps of lists: her own, so no capability is asked for. */
export const viewRoutes: readonly Route[] = [
  read(contracts.getViews, own, async (tx) => ({ views: await listViews(tx) })),
  write(contracts.saveViewContract, own, { act: (tx, { body }) => saveView(tx, body), view }),
  write(contracts.changeViewContract, own, {
    act: (tx, { id, version, body }) => changeView(tx, { id, version, ...body }).then(() => id),
    view,
  }),
  write(contracts.removeViewContract, own, {
    act: (tx, { id, version }) => removeView(tx, { id, version }).then(() => id),
    view,
  }),
  write(contracts.restoreViewContract, own, {
    act: (tx, { id, version }) => restoreView(tx, { id, version }).then(() => id),
    view,
  }),
];
