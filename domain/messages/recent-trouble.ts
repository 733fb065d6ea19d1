import type { Database } from '../database/database';
import type { IsTroubled } from './message-port';

/** How far back messages tell something of their vendor. */
const lookBack = '15 min';

/** By the messages of all practices. Where the database is away nothing is known of vendors: its own part of health says so. */
export const recentTrouble =
  (database: Database): IsTroubled =>
  async (channel, vendor) => {
    try {
      const { rows } = await database.kernel.raw<{ rows: { troubled: boolean }[] }>(
        `select troubled from kernel.recent_sends('${lookBack}') where channel = ? and vendor = ?`,
        [channel, vendor],
      );
      return rows[0]?.troubled ?? false;
    } catch {
      return false;
    }
  };
