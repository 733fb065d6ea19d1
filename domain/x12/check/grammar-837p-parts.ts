/** Pieces of lines that several loops share. */

/** NM103 to NM107 of a person. */
export const personName = '!60 ?35 ?25 - ?10';

/** N3 and N4. */
export const address = (times: string): string[] => [`N3 ${times} !55 ?55`, `N4 ${times} !2-30 ?2 ?3-15 ?2-3 - - ?3`];

export const demographics = (times: string): string => `DMG ${times} =D8 !D8 =F|M|U`;

/** PER01 to PER08 of a provider. */
export const contact = '=IC ?60 =EM|FX|TE !256 ?=EM|EX|FX|TE ?256 ?=EM|EX|FX|TE ?256 P0506 P0708';

export const payerName = 'NM1 1 =PR =2 !60 - - - - =PI|XV !2-80';

/** CAS02 to CAS19. */
export const adjustments = '!5 !R18 ?R15 ?5 ?R18 ?R15 ?5 ?R18 ?R15 ?5 ?R18 ?R15 ?5 ?R18 ?R15 ?5 ?R18 ?R15';

/** SV101, SVD03. */
export const procedure = '(=ER|HC|IV|WK !48 ?2-2 ?2-2 ?2-2 ?2-2 ?80)';

/** A provider named by NM1 in [2310] and [2420], `who` being its NM101 and NM102. */
export const provider = (who: string): string => `NM1 1 ${who} ${personName} ?=XX ?2-80 P0809`;

/** PWK01. */
export const reportTypes =
  '=03|04|05|06|07|08|09|10|11|13|15|21|A3|A4|AM|AS|B2|B3|B4|BR|BS|BT|CB|CK|CT|D2|DA|DB|DG|DJ|DS|EB|HC|HR|I5|IR|LA|M1|MT|NN|OB|OC|OD|OE|OX|OZ|P4|P5|PE|PN|PO|PQ|PY|PZ|RB|RR|RT|RX|SG|V5|XP';

/** HCP01 to HCP07: what a repricer made of it. */
export const repricing = '=00|01|02|03|04|05|07|08|09|10|11|12|13|14 !R18 ?R18 ?50 ?R9 ?50 ?R18';
export const repricingReasons = '?=T1|T2|T3|T4|T5|T6 ?=1|2|3|4|5 ?=1|2|3|4|5|6';

/** CR1 and CRC of an ambulance. */
export const ambulance = 'CR1 0-1 ?=LB ?R10 - =A|B|C|D|E =DH !R15 - - ?80 ?80 P0102';
export const ambulanceConditions = 'CRC 0-3 =07 =N|Y =01|04|05|06|07|08|09|12 ?=01|04|05|06|07|08|09|12x4';
