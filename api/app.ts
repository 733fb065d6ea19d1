import type { Express } from 'express';
import type { Histogram } from 'prom-client';
import type { Database } from '../domain/database/database';
import type { StoragePort } from '../domain/files/storage-port';
import type { MessagePort } from '../domain/messages/message-port';
import type { LinkKey } from '../domain/portal/link-token';
import type { Log } from '../integrations/log/logger';
import { claimActRoutes } from './claims/claim-acts.routes';
import { billingRoutes } from './billing/billing.routes';
import { chargeRoutes } from './charges/charges.routes';
import { batchRoutes } from './claims/batches.routes';
import { claimRoutes } from './claims/claims.routes';
import { balanceRoutes } from './balances/balances.routes';
import { clientRoutes } from './clients/clients.routes';
import { frontDoor } from './http/front-door';
import type { Kernel } from './http/handle';
import { serveReference } from './http/reference-page';
import type { Route } from './http/route';
import { rememberShown } from './http/shown';
import type { Hub } from './live/hub';
import { exportRoutes } from './lists/exports.routes';
import { liveRoutes } from './live/live.routes';
import { callbacks } from './messages/callback.routes';
import { fileRoutes } from './files/files.routes';
import { messageRoutes } from './messages/messages.routes';
import { noteRoutes } from './notes/notes.routes';
import { portalRoutes } from './portal/portal.routes';
import { practiceRoutes } from './practice/practice.routes';
import { reportRoutes } from './reports/reports.routes';
import { remittanceRoutes } from './remittances/remittances.routes';
import { scheduleRoutes } from './schedule/schedule.routes';
import { sessionRoutes } from './session/session.routes';
import { type SystemDeps, systemRoutes } from './system/system.routes';
import { timelineRoutes } from './timeline/timeline.routes';
import { viewRoutes } from './views/views.routes';
import { visitRoutes } from './visits/visits.routes';
import { workRoutes } from './work/work.routes';

export interface ApiDeps {
  readonly database: Database;
  readonly hub: Hub;
  readonly log: Log;
  readonly linkKeys: readonly LinkKey[];
  readonly ports: Readonly<Partial<Record<'sms' | 'email', MessagePort>>>;
  readonly storage: StoragePort;
  readonly system: SystemDeps;
  readonly origins: { readonly staff: string; readonly portal: string };
  /** Folders of the built pages. */
  readonly pages: { readonly staff: string; readonly portal: string };
  readonly proxies: number;
  /** Of live streams; 20 s. */
  readonly heartbeatMs?: number;
  readonly requestSeconds?: Histogram<'route' | 'status'>;
}

/** Every route of the console's front door. */
export const staffRoutes = (deps: Pick<ApiDeps, 'hub' | 'storage' | 'system' | 'heartbeatMs'>): readonly Route[] => [
  ...sessionRoutes('staff', deps.hub),
  ...liveRoutes('staff', deps.hub, deps.heartbeatMs),
  ...scheduleRoutes,
  ...visitRoutes,
  ...noteRoutes,
  ...chargeRoutes,
  ...clientRoutes,
  ...messageRoutes,
  ...billingRoutes,
  ...claimRoutes(deps.storage),
  ...batchRoutes(deps.storage),
  ...claimActRoutes,
  ...fileRoutes(deps.storage),
  ...workRoutes,
  ...viewRoutes,
  ...exportRoutes,
  ...timelineRoutes,
  ...practiceRoutes,
  ...remittanceRoutes(deps.storage),
  ...balanceRoutes,
  ...reportRoutes,
  ...systemRoutes(deps.system),
];

/** Every route of the portal's front door. */
export const clientDoorRoutes = (deps: Pick<ApiDeps, 'hub' | 'linkKeys' | 'heartbeatMs'>): readonly Route[] => [
  ...sessionRoutes('client', deps.hub),
  ...liveRoutes('client', deps.hub, deps.heartbeatMs),
  ...portalRoutes(deps.linkKeys),
];

/** The two front doors: separate hostnames, cookies, route tables and pages. */
export function createApi(deps: ApiDeps): { readonly staff: Express; readonly portal: Express } {
  const common = {
    database: deps.database,
    log: deps.log,
    shown: rememberShown(),
    onScreen: (sessionId: string, ids: ReadonlySet<string>) => deps.hub.onScreen(sessionId, ids),
    observe: (route: string, status: number, seconds: number) =>
      deps.requestSeconds?.observe({ route, status: String(status) }, seconds),
  };
  const staffKernel: Kernel = { ...common, door: 'staff', origin: deps.origins.staff };
  const portalKernel: Kernel = { ...common, door: 'client', origin: deps.origins.portal };
  const [staff, portal] = [staffRoutes(deps), clientDoorRoutes(deps)];
  return {
    staff: frontDoor({
      kernel: staffKernel,
      routes: staff,
      pages: deps.pages.staff,
      proxies: deps.proxies,
      extra: [serveReference(staff, 'staff', 'Kept: the console’s API')],
    }),
    portal: frontDoor({
      kernel: portalKernel,
      routes: portal,
      pages: deps.pages.portal,
      proxies: deps.proxies,
      extra: [serveReference(portal, 'client', 'Kept: the portal’s API')],
      beside: [callbacks(deps.database, deps.ports, deps.log)],
    }),
  };
}
