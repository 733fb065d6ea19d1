/** Place of service, the CMS list (public): numbers only. */
const places =
  '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34 41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99';

/** States, territories, and armed forces (USPS publication 28). */
const statesAndTerritories =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP';

export const placesOfService: ReadonlySet<string> = new Set(places.split(' '));
export const states: ReadonlySet<string> = new Set(statesAndTerritories.split(' '));

/** CLM05-3 of professional claims that payers take: original, replacement, void. */
export const frequencies: ReadonlySet<string> = new Set(['1', '7', '8']);

/** Services from this day on are coded in ICD-10-CM, those before in ICD-9-CM (45 CFR 162.1002). */
export const icd10From = '20151001';

export const isIcd10 = (code: string): boolean => /^[A-Z]\d[0-9A-Z]([0-9A-Z]{1,4})?$/.test(code);
export const isIcd9 = (code: string): boolean => /^(\d{3,5}|V\d{2,4}|E\d{3,4})$/.test(code);
/** The shape of CPT and HCPCS codes; which of them exist is the practice's licence to know. */
export const isProcedureCode = (code: string): boolean => /^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code);
export const isModifier = (code: string): boolean => /^[0-9A-Z]{2}$/.test(code);
export const isTaxonomy = (code: string): boolean => /^[0-9A-Z]{10}$/.test(code);
