import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ReceivedFile, receiveFile } from '../../../domain/clearinghouse/receive-file';
import { createDatabase, withDatabase } from '../../../domain/database/cluster';
import { type Database, openDatabase } from '../../../domain/database/database';
import { type FileReport } from '../../../domain/remittances/file-report';
import { postRemittanceFile } from '../../../domain/remittances/post-remittance-file';
import { takeBackRemittance, undoPayments } from '../../../domain/remittances/undo-remittance';
import { diskStorage } from '../../../integrations/storage/disk';
import { connected } from '../../../tests/builders/sql';

/** A database of the proof with its file store, and what is done in it. */
export interface House {
  readonly adminUrl: string;
  readonly files: string;
  urlOf(role: string): string;
  database(role: string): Database;
  receive(bytes: Uint8Array): Promise<ReceivedFile>;
  /** Reads a file that was received and posts it to its end, here and now. */
  post(file: ReceivedFile): Promise<FileReport>;
  /** The administrator takes the posted payment of this number back; its file's workflow is told. */
  takeBack(trace: string): Promise<string>;
  /** Undoes what is being taken back of a file, here and now. */
  undo(fileId: string): Promise<void>;
  close(): Promise<void>;
}

/** A house whose database is a copy of another one. */
export async function aHouse(
  folder: string,
  told: Readonly<Record<string, string>>,
  name: string,
  template: string,
): Promise<House> {
  const cluster = told['KEPT_TEST_ADMIN_URL'] ?? '';
  await createDatabase({ adminUrl: cluster, name, template });
  const adminUrl = withDatabase(cluster, name);
  const files = join(folder, name);
  mkdirSync(files);
  const urlOf = (role: string) => {
    const at = new URL(adminUrl);
    at.username = role;
    at.password = told['KEPT_TEST_PASSWORD'] ?? '';
    return at.href;
  };
  const open = new Map<string, Database>();
  const database = (role: string) => {
    const is = open.get(role) ?? openDatabase({ url: urlOf(role), name: 'verify remittances' });
    open.set(role, is);
    return is;
  };
  const stores = { database: database('kept_worker'), storage: diskStorage(files) };
  const who = () =>
    connected(adminUrl, async (sql) => {
      const { rows } = await sql.query<{ practice: string; member: string }>(
        `select practice_id as practice, id as member from kernel.memberships where 'administrator' = any(roles)`,
      );
      const [one] = rows;
      if (!one) throw new Error('nobody is the administrator');
      return one;
    });
  return {
    adminUrl,
    files,
    urlOf,
    database,
    async receive(bytes) {
      const from = { name: 'v.835', cameBy: 'command', open: () => Readable.from([Buffer.from(bytes)]) } as const;
      return receiveFile(stores, { practiceId: (await who()).practice, service: 'edi' }, from);
    },
    post: async (file) => postRemittanceFile(stores, (await who()).practice, file),
    async takeBack(trace) {
      const { member } = await who();
      const act = { act: 'verify', purpose: 'billing' } as const;
      return database('kept_app').inPractice({ membershipId: member }, act, async (tx) => {
        const row = await tx.one<{ id: string; version: number; file_id: string }>`
          select id, version, file_id from remittances
           where practice_id = ${tx.practiceId} and trace_number = ${trace} and state = 'posted'`;
        if (!row) throw new Error(`${trace} is not posted`);
        await takeBackRemittance(tx, row);
        return row.file_id;
      });
    },
    async undo(fileId) {
      await undoPayments(stores.database, (await who()).practice, fileId);
    },
    async close() {
      await Promise.all([...open.values()].map((one) => one.close()));
      open.clear();
    },
  };
}
