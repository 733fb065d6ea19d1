// Written by `npm run generate -- types` from the catalogue of a migrated database. Not edited by hand.
import type { Knex } from 'knex';
import type { AppointmentId, AppointmentTypeId, ClientId, MembershipId, MessageId, PracticeId, RoomId, VisitId, WorkItemId } from '../ids';

/** What an INSERT gives: defaults and nullable columns may be left out, generated ones are. */
type Given<Row, Optional extends keyof Row> = Omit<Row, Optional> & Partial<Pick<Row, Optional>>;



/** The row of each practice table, as it is read. */
export interface Rows {

}

declare module 'knex/types/tables' {
  interface Tables {

  }
}
