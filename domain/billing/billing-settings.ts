import type { PracticeTx } from '../database/practice-tx';
import type { MembershipId } from '../ids';
import { practiceToday } from '../practice/today';
import { AppError } from '../problems';

export interface ReadProfile {
  readonly id: string;
  readonly fromDay: string;
  readonly businessName: string;
  readonly npi: string;
  readonly taxId: string;
  readonly taxonomy: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly receiverName: string;
  readonly test: boolean;
}

export interface ReadClinician {
  readonly id: MembershipId;
  readonly name: string;
  /** 0: payers do not know her yet. */
  readonly version: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly npi: string | null;
  readonly taxonomy: string | null;
}

export interface ReadPayer {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly payerId: string;
  readonly filingIndicator: string;
  readonly telehealthPlace: '02' | '10';
  readonly telehealthModifier: '95' | 'GT' | '93' | null;
  readonly filingDays: number;
  readonly correctionDays: number;
  readonly appealDays: number;
  readonly adjudicationDays: number;
}

export interface ReadFee {
  readonly id: string;
  readonly code: string;
  readonly cents: number;
  readonly payerId: string | null;
  readonly payerName: string | null;
  readonly fromDay: string;
  /** Of those for the same code and payer it is the one that holds today. */
  readonly holds: boolean;
}

export interface BillingSettings {
  readonly today: string;
  /** The latest that begins first; which one holds today follows from its day. */
  readonly profiles: readonly ReadProfile[];
  readonly clinicians: readonly ReadClinician[];
  readonly payers: readonly ReadPayer[];
  readonly fees: readonly ReadFee[];
}

/** Everything by which the practice bills. */
export async function readBillingSettings(tx: PracticeTx): Promise<BillingSettings> {
  const today = await practiceToday(tx);
  return {
    today,
    profiles: await profiles(tx),
    clinicians: await clinicians(tx),
    payers: await payers(tx),
    fees: await fees(tx, today),
  };
}

const profiles = (tx: PracticeTx) => tx.all<ReadProfile>`
  select id, from_day::text as "fromDay", legal_name as "businessName", npi, tax_id as "taxId", taxonomy, street, city, region, postal_code as "postalCode",
         contact_name as "contactName", contact_phone as "contactPhone", sender_id as "senderId", receiver_id as "receiverId",
         receiver_name as "receiverName", test
    from billing_profiles where practice_id = ${tx.practiceId} order by from_day desc`;

const clinicians = (tx: PracticeTx) => tx.all<ReadClinician>`
  select s.id, s.display_name as name, coalesce(b.version, 0) as version, b.first_name as "firstName", b.last_name as "lastName", b.npi, b.taxonomy
    from staff s left join clinician_billing b on b.practice_id = s.practice_id and b.id = s.id
   where s.practice_id = ${tx.practiceId} and s.is_clinician and s.ended_at is null order by lower(s.display_name), s.id`;

const payers = (tx: PracticeTx) => tx.all<ReadPayer>`
  select id, version, name, payer_id as "payerId", filing_indicator as "filingIndicator", telehealth_place as "telehealthPlace",
         telehealth_modifier as "telehealthModifier", filing_days as "filingDays", correction_days as "correctionDays", appeal_days as "appealDays",
         adjudication_days as "adjudicationDays"
    from payers where practice_id = ${tx.practiceId} and ended_at is null order by lower(name), id`;

const fees = (tx: PracticeTx, today: string) => tx.all<ReadFee>`
  select f.id, f.code, f.cents, f.payer_id as "payerId", y.name as "payerName", f.from_day::text as "fromDay",
         f.from_day <= ${today}::date and not exists (
           select 1 from fees later where later.practice_id = f.practice_id and later.code = f.code and later.payer_id is not distinct from f.payer_id
              and later.from_day > f.from_day and later.from_day <= ${today}::date) as holds
    from fees f left join payers y on y.practice_id = f.practice_id and y.id = f.payer_id
   where f.practice_id = ${tx.practiceId} order by f.code, y.name nulls first, f.from_day desc`;

const found = <T>(row: T | undefined): T => {
  if (row === undefined) throw new AppError('not_found');
  return row;
};

/** @throws AppError `not_found` */
export const readProfile = async (tx: PracticeTx, id: string): Promise<ReadProfile> =>
  found((await profiles(tx)).find((one) => one.id === id));
/** @throws AppError `not_found` */
export const readClinician = async (tx: PracticeTx, id: string): Promise<ReadClinician> =>
  found((await clinicians(tx)).find((one) => one.id === id));
/** @throws AppError `not_found` */
export const readFee = async (tx: PracticeTx, id: string): Promise<ReadFee> =>
  found((await fees(tx, await practiceToday(tx))).find((one) => one.id === id));

/** Also one that has ended. @throws AppError `not_found` */
export async function readPayer(tx: PracticeTx, id: string): Promise<ReadPayer> {
  const row = await tx.one<ReadPayer>`
    select id, version, name, payer_id as "payerId", filing_indicator as "filingIndicator", telehealth_place as "telehealthPlace",
           telehealth_modifier as "telehealthModifier", filing_days as "filingDays", correction_days as "correctionDays", appeal_days as "appealDays",
           adjudication_days as "adjudicationDays"
      from payers where practice_id = ${tx.practiceId} and id = ${id}`;
  return found(row);
}
