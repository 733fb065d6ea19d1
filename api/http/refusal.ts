import type { Request } from 'express';
import type { Act } from '../../domain/database/practice-tx';
import { writeRefusal } from '../../domain/database/practice-tx';
import { isId } from '../../domain/ids';
import { AppError } from '../../domain/problems';
import { errorFields } from '../../integrations/log/logger';
import { clientsIn } from './clients-in';
import type { Kernel } from './handle';
import type { Route } from './route';
import type { Session } from './session';

export interface Refused {
  readonly kernel: Kernel;
  readonly route: Route;
  readonly act: Act;
  readonly request: Request;
  readonly session: Session;
  readonly problem: AppError;
}

/** Everything else is a failure: she may do such things, and this one did not happen. */
const denials: ReadonlySet<string> = new Set(['not_found', 'foreign_origin']);
/** Postgres is what does not answer; asking it again would only hold the caller up. */
const unwritable: ReadonlySet<string> = new Set(['try_again']);

/**
 * Writes a denial or failure to the audit, in a transaction of its own after the rollback. Whoever came with a stale version is
 * shown the record as it is now, as far as she may see it: that is a read, told by the same entry, and not shown without it.
 */
export async function noteRefusal(refused: Refused): Promise<unknown> {
  const { kernel, act, request, session, problem } = refused;
  if (unwritable.has(problem.code)) return undefined;
  const { id } = request.params as Record<string, string | undefined>;
  try {
    return await kernel.database.inPractice({ membershipId: session.membershipId }, undefined, async (tx) => {
      const current = problem.code === 'stale_version' ? await currentView(refused, tx, id) : undefined;
      const clients = clientsIn([current, problem.params]);
      await writeRefusal(tx, act, {
        outcome: denials.has(problem.code) ? 'denied' : 'failed',
        code: problem.code,
        records: id !== undefined && isId(id) ? [id] : [],
        clients: [...clients],
      });
      kernel.shown.show(session.sessionId, clients);
      return current;
    });
  } catch (error) {
    // Her membership may have ended meanwhile; then there is nobody to write it as.
    kernel.log.warn('audit.failed', { ...errorFields(error), requestId: act.requestId });
    return undefined;
  }
}

async function currentView(
  { route }: Refused,
  tx: Parameters<Extract<Route, { kind: 'write' }>['view']>[0],
  id: string | undefined,
): Promise<unknown> {
  if (route.kind !== 'write' || id === undefined) return undefined;
  try {
    return route.contract.response.parse(await route.view(tx, id));
  } catch (error) {
    if (error instanceof AppError) return undefined; // out of her sight since
    throw error;
  }
}
