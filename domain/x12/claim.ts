import type { Cents } from '../money/cents';
import type { Address, Adjustment, Contact, DateOf, Identifier, NamedEntity, Procedure } from './parts';

/**
 * An 837P (005010X222A1) in the words of its TR3: what the writer writes and the reader reads. Amounts are cents, dates
 * YYYYMMDD, codes as the TR3 has them. Loop ids stand in brackets.
 */
export interface ClaimsHeader {
  /** ST02. */
  readonly control: string;
  /** ST03. */
  readonly version: string;
  /** BHT02: 00 original, 18 sent again. */
  readonly purpose: string;
  /** BHT03: our number of this batch. */
  readonly reference: string;
  readonly date: string;
  /** HHMM or HHMMSS. */
  readonly time: string;
  /** BHT06: CH to be paid, RP for reporting. */
  readonly use: string;
  readonly submitter: Submitter;
  readonly receiver: NamedEntity;
}

/** [1000A] */
export interface Submitter extends NamedEntity {
  readonly contacts: readonly Contact[];
}

/** A provider at any place: billing [2010AA], rendering, supervising, referring, facility [2310, 2420]. */
export interface Provider extends NamedEntity {
  /** PRV03. */
  readonly taxonomy?: string | undefined;
  readonly address?: Address | undefined;
  /** EI or SY (tax number), 0B (licence), G2 (the payer's number for the provider), LU (location). */
  readonly references: readonly Identifier[];
  readonly contacts: readonly Contact[];
}

/** [2000B, 2010BA] */
export interface Subscriber {
  /** SBR01: P primary, S secondary, T tertiary… of the payer that this claim goes to. */
  readonly sequence: string;
  /** SBR02: 18 where the client is the subscriber; undefined where a patient loop follows. */
  readonly relationship?: string | undefined;
  readonly group?: string | undefined;
  readonly planName?: string | undefined;
  /** SBR05: why Medicare is not primary. */
  readonly insuranceType?: string | undefined;
  /** SBR09: CI, BL, MB, MC, CH, HM, 12 to 17, ZZ… */
  readonly filingIndicator?: string | undefined;
  readonly name: NamedEntity;
  readonly address?: Address | undefined;
  readonly birthDate?: string | undefined;
  /** F, M or U. */
  readonly gender?: string | undefined;
  readonly references: readonly Identifier[];
}

/** [2010BB] and [2330B] */
export interface Payer {
  readonly name: string;
  /** PI, the payer's id. */
  readonly id: Identifier;
  readonly address?: Address | undefined;
  readonly references: readonly Identifier[];
}

/** [2000C, 2010CA]: the client, where somebody else is the subscriber. */
export interface Patient {
  /** PAT01: 01 spouse, 19 child, 20 employee, 21 unknown, 53 life partner, G8 other… */
  readonly relationship: string;
  readonly name: NamedEntity;
  readonly address?: Address | undefined;
  readonly birthDate?: string | undefined;
  readonly gender?: string | undefined;
  readonly references: readonly Identifier[];
}

/** [2300] and all that it needs from above. */
export interface ProfessionalClaim {
  readonly billing: Provider;
  /** [2010AB]: where payments go, if not to the billing provider's street; the place for a post office box. */
  readonly payTo?: Address | undefined;
  readonly subscriber: Subscriber;
  readonly payer: Payer;
  readonly patient?: Patient | undefined;
  /** CLM01, our number, at most 20 characters. */
  readonly controlNumber: string;
  /** CLM02: the sum of the lines. */
  readonly charge: Cents;
  /** CLM05-1. */
  readonly placeOfService: string;
  /** CLM05-3: 1 original, 7 replacement, 8 void. */
  readonly frequency: string;
  /** CLM06: Y, N. */
  readonly providerSignature: string;
  /** CLM07: A assigned, B laboratory services only, C not assigned. */
  readonly assignment: string;
  /** CLM08: Y pay the provider, N pay the subscriber, W not applicable. */
  readonly benefitsAssigned: string;
  /** CLM09: Y signed statement, I informed consent. */
  readonly release: string;
  /** CLM10: P where the provider signed for the client. */
  readonly signatureSource?: string | undefined;
  /** CLM20. */
  readonly delayReason?: string | undefined;
  /** DTP of the claim: 431 onset, 454 first treatment, 439 accident, 435 and 096 admission and discharge… */
  readonly dates: readonly DateOf[];
  /** AMT F5. */
  readonly patientPaid?: Cents | undefined;
  /** G1 prior authorization, 9F referral, F8 the payer's number of the claim, EA medical record… */
  readonly references: readonly Identifier[];
  readonly note?: Note | undefined;
  /** HI: principal first, without dots. */
  readonly diagnoses: readonly Diagnosis[];
  readonly referring?: Provider | undefined;
  readonly rendering?: Provider | undefined;
  readonly facility?: Provider | undefined;
  readonly supervising?: Provider | undefined;
  /** [2320]: the other payers. */
  readonly otherCoverages: readonly OtherCoverage[];
  readonly lines: readonly ServiceLine[];
}

/** HI: ABK principal and ABF further ones (ICD-10-CM); BK and BF before October 2015. */
export interface Diagnosis {
  readonly qualifier: string;
  readonly code: string;
}

/** NTE: ADD, CER, DCP, DGN, TPO, and the text. */
export interface Note {
  readonly code: string;
  readonly text: string;
}

/** [2320, 2330A, 2330B]: another payer of the same client, and what it decided if it was asked before. */
export interface OtherCoverage {
  readonly sequence: string;
  /** SBR02: the client's relation to that subscriber. */
  readonly relationship: string;
  readonly group?: string | undefined;
  readonly planName?: string | undefined;
  readonly insuranceType?: string | undefined;
  readonly filingIndicator?: string | undefined;
  /** CAS of the whole claim. */
  readonly adjustments: readonly Adjustment[];
  /** AMT D: what that payer paid. */
  readonly paid?: Cents | undefined;
  /** AMT A8. */
  readonly nonCovered?: Cents | undefined;
  /** AMT EAF: what the client still owes. */
  readonly remaining?: Cents | undefined;
  /** OI03, OI04, OI06. */
  readonly benefitsAssigned: string;
  readonly signatureSource?: string | undefined;
  readonly release: string;
  readonly subscriber: NamedEntity;
  readonly subscriberAddress?: Address | undefined;
  readonly payer: Payer;
  /** DTP 573 in [2330B], where no line was adjudicated; else each line says it. */
  readonly paidOn?: string | undefined;
}

/** [2400] */
export interface ServiceLine {
  readonly procedure: Procedure;
  readonly charge: Cents;
  /** SV103: UN units, MJ minutes. */
  readonly unit: string;
  readonly units: string;
  /** SV105, only where it differs from the claim's. */
  readonly placeOfService?: string | undefined;
  /** SV107: places in the list of diagnoses, from 1, the most important first. */
  readonly pointers: readonly number[];
  /** DTP 472: the day, or the first and the last. */
  readonly from: string;
  readonly to?: string | undefined;
  /** REF 6R, at most 30 characters. */
  readonly lineControlNumber?: string | undefined;
  /** Further REFs: G1 where authorizations differ by line, 9F… */
  readonly references: readonly Identifier[];
  readonly note?: Note | undefined;
  readonly rendering?: Provider | undefined;
  readonly facility?: Provider | undefined;
  readonly supervising?: Provider | undefined;
  /** [2430]: what earlier payers decided about this line. */
  readonly adjudications: readonly LineAdjudication[];
}

/** [2430] */
export interface LineAdjudication {
  /** SVD01: the id of the payer in [2330B]. */
  readonly payerId: string;
  readonly paid: Cents;
  readonly procedure: Procedure;
  readonly units: string;
  /** SVD06: number of the line that this one was bundled into. */
  readonly bundledInto?: string | undefined;
  readonly adjustments: readonly Adjustment[];
  /** DTP 573: required of each. */
  readonly paidOn?: string | undefined;
  readonly remaining?: Cents | undefined;
}
