import type { SubscriberFacts } from '../claims/claim-content';
import type { PracticeTx } from '../database/practice-tx';
import type { CoveragesRow } from '../database/tables.generated';
import type { ClientId } from '../ids';
import { AppError } from '../problems';

export interface ReadAuthorization {
  readonly id: string;
  readonly version: number;
  readonly clientId: ClientId;
  readonly coverageId: string;
  readonly number: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly visits: number | null;
}

export interface ReadCoverage {
  readonly id: string;
  readonly version: number;
  readonly clientId: ClientId;
  readonly payerId: string;
  readonly payerName: string;
  readonly rank: number;
  readonly memberId: string;
  readonly groupNumber: string | null;
  readonly planName: string | null;
  readonly relationship: CoveragesRow['relationship'];
  readonly subscriber: SubscriberFacts | null;
  readonly copayCents: number | null;
  readonly fromDay: string;
  readonly untilDay: string | null;
}

export interface ClientBilling {
  readonly clientId: ClientId;
  readonly clientName: string;
  /** Of address and sex; 0: nobody has said them. */
  readonly version: number;
  readonly address: {
    readonly sex: 'F' | 'M' | 'U';
    readonly street: string;
    readonly street2: string | null;
    readonly city: string;
    readonly region: string;
    readonly postalCode: string;
  } | null;
  /** Those that hold now or later first, by rank; then those that have ended. */
  readonly coverages: readonly ReadCoverage[];
  readonly authorizations: readonly ReadAuthorization[];
}

interface AddressRow {
  readonly name: string;
  readonly version: number | null;
  readonly sex: 'F' | 'M' | 'U' | null;
  readonly street: string | null;
  readonly street2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postal_code: string | null;
}

/** As whom a client is billed, and who pays. @throws AppError `not_found` */
export async function readClientBilling(tx: PracticeTx, clientId: ClientId): Promise<ClientBilling> {
  const row = await tx.one<AddressRow>`
    select coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name as name, b.version, b.sex, b.street, b.street2, b.city, b.region, b.postal_code
      from clients c left join client_billing b on b.practice_id = c.practice_id and b.id = c.id
     where c.practice_id = ${tx.practiceId} and c.id = ${clientId}`;
  if (!row) throw new AppError('not_found');
  return {
    clientId,
    clientName: row.name,
    version: row.version ?? 0,
    address: addressOf(row),
    coverages: await coverages(tx, { clientId }),
    authorizations: await authorizations(tx, { clientId }),
  };
}

/** @throws AppError `not_found` */
export async function readCoverage(tx: PracticeTx, id: string): Promise<ReadCoverage> {
  const [found] = await coverages(tx, { id });
  if (!found) throw new AppError('not_found');
  return found;
}

/** @throws AppError `not_found` */
export async function readAuthorization(tx: PracticeTx, id: string): Promise<ReadAuthorization> {
  const [found] = await authorizations(tx, { id });
  if (!found) throw new AppError('not_found');
  return found;
}

interface Which {
  readonly clientId?: ClientId;
  readonly id?: string;
}

const coverages = (tx: PracticeTx, { clientId, id }: Which): Promise<readonly ReadCoverage[]> => tx.all<ReadCoverage>`
  select c.id, c.version, c.client_id as "clientId", c.payer_id as "payerId", y.name as "payerName", c.rank, c.member_id as "memberId",
         c.group_number as "groupNumber", c.plan_name as "planName", c.relationship, c.subscriber, c.copay_cents as "copayCents",
         c.from_day::text as "fromDay", c.until_day::text as "untilDay"
    from coverages c join payers y on y.practice_id = c.practice_id and y.id = c.payer_id
   where c.practice_id = ${tx.practiceId}
     and (${clientId ?? null}::uuid is null or c.client_id = ${clientId ?? null})
     and (${id ?? null}::uuid is null or c.id = ${id ?? null})
   order by c.until_day is not null, c.rank, c.from_day desc, c.id`;

const authorizations = (tx: PracticeTx, { clientId, id }: Which): Promise<readonly ReadAuthorization[]> =>
  tx.all<ReadAuthorization>`
    select id, version, client_id as "clientId", coverage_id as "coverageId", number, from_day::text as "fromDay", until_day::text as "untilDay", visits
      from authorizations
     where practice_id = ${tx.practiceId}
       and (${clientId ?? null}::uuid is null or client_id = ${clientId ?? null})
       and (${id ?? null}::uuid is null or id = ${id ?? null})
     order by from_day desc, id`;

function addressOf(row: AddressRow): ClientBilling['address'] {
  const { sex, street, street2, city, region, postal_code: postalCode } = row;
  if (sex === null || street === null || city === null || region === null || postalCode === null) return null;
  return { sex, street, street2, city, region, postalCode };
}
