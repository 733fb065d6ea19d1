import type { Router, Request } from 'express';
import express from 'express';
import type { Database } from '../../domain/database/database';
import type { CallbackReading, MessagePort } from '../../domain/messages/message-port';
import { isId } from '../../domain/ids';
import { recordReport } from '../../domain/reminders/record-report';
import { callbackPath } from '../../integrations/message-ports-from';
import type { Log } from '../../integrations/log/logger';
import { nameRequests } from '../http/request-id';

/**
 * Where vendors tell what became of a message: `POST /callbacks/messages/:channel` on the portal's host. No session, a signature. The answer is only given
 * once the report is recorded, so a vendor that hears nothing says it again.
 */
export function callbacks(
  database: Database,
  ports: Readonly<Partial<Record<'sms' | 'email', MessagePort>>>,
  log: Log,
): (router: Router) => void {
  return (router) => {
    const body = [
      nameRequests,
      express.urlencoded({ extended: false, limit: '64kb', verify: keepRaw }),
      express.json({ limit: '64kb', verify: keepRaw }),
    ];
    for (const channel of ['sms', 'email'] as const)
      router.post(callbackPath(channel), ...body, (request: Request, response, next) => {
        answer(channel, request).then((status) => response.status(status).end(), next);
      });
  };

  async function answer(channel: 'sms' | 'email', request: Request): Promise<number> {
    const reading = ports[channel]?.readCallback?.(asCallback(request)) ?? { kind: 'irrelevant' as const };
    if (reading.kind === 'forged') {
      log.warn('callback.forged', { kind: channel });
      return 403;
    }
    if (reading.kind === 'report') await record(database, reading);
    return 204;
  }
}

type Raw = Request & { rawBody?: string };

function keepRaw(request: unknown, _response: unknown, bytes: Buffer): void {
  (request as Raw).rawBody = bytes.toString('utf8');
}

function asCallback(request: Raw) {
  const form: Record<string, string> = {};
  if (typeof request.body === 'object' && request.body !== null)
    for (const [name, value] of Object.entries(request.body as Record<string, unknown>))
      if (typeof value === 'string') form[name] = value;
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(',') : value;
  return { url: request.originalUrl, headers, form, rawBody: request.rawBody ?? '' };
}

async function record(database: Database, report: Extract<CallbackReading, { kind: 'report' }>): Promise<void> {
  const [messageId = ''] = report.key.split('.');
  if (!isId(messageId)) return;
  const { rows } = await database.kernel.raw<{ rows: { practice_id: string | null }[] }>(
    'select kernel.practice_of_message(?) as practice_id',
    [messageId],
  );
  const practiceId = rows[0]?.practice_id;
  if (!practiceId) return;
  await database.inPractice(
    { practiceId, service: 'messages' },
    { act: 'message.reported', purpose: 'operations' },
    (tx) => recordReport(tx, { messageId, vendorId: report.vendorId, state: report.state, code: report.code ?? null }),
  );
}
