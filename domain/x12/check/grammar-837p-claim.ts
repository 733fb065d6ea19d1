import { loop } from './grammar';
import { lineLoop } from './grammar-837p-line';
import {
  address,
  adjustments,
  ambulance,
  ambulanceConditions,
  payerName,
  personName,
  provider,
  reportTypes,
  repricing,
  repricingReasons,
} from './grammar-837p-parts';

/** DTPs of a claim that are one day. */
const claimDates = ['431', '454', '304', '453', '439', '484', '455', '471', '297', '296', '435', '096', '444', '050'];

const claimSegments = [
  'CLM 1 !38 !R18 - - (!1-2 =B !1) =N|Y =A|B|C =N|W|Y =I|Y ?=P ?(=AA|EM|OA ?=AA|EM|OA - ?2-2 ?2-3) ?=02|03|05|09 -x7 ?=1|2|3|4|5|6|7|8|9|10|11|15',
  ...claimDates.map((qualifier) => `DTP 0-1 =${qualifier} =D8 !35`),
  'DTP 0-1 =314|360|361 =D8|RD8 !35',
  'DTP 0-2 =090|091 =D8 !35',
  `PWK 0-10 ${reportTypes} =AA|BM|EL|EM|FT|FX - - ?=AC ?2-80 P0506`,
  'CN1 0-1 =01|02|03|04|05|06|09 ?R18 ?R6 ?50 ?R6 ?30',
  'AMT 0-1 =F5 !R18',
  ...['4N', 'F5', 'EW', '9F', 'G1', 'F8', 'X4', '9A', '9C', 'LX', 'D9', 'EA', 'P4', '1J'].map(
    (qualifier) => `REF 0-1 =${qualifier} !50`,
  ),
  'K3 0-10 !80',
  'NTE 0-1 =ADD|CER|DCP|DGN|TPO !80',
  ambulance,
  'CR2 0-1 -x7 =A|C|D|E|F|G|M - ?80 ?80',
  ambulanceConditions,
  'CRC 0-3 =E1|E2|E3 =N|Y =L1|L2|L3|L4|L5 ?=L1|L2|L3|L4|L5x4',
  'CRC 0-1 =75 =Y =IH',
  'CRC 0-1 =ZZ =N|Y =AV|NU|S2|ST ?=AV|NU|S2|STx2',
  'HI 1 (=ABK|BK !30) ?(=ABF|BF !30)x11',
  'HI 0-1 (=BP !30) ?(=BO !30)',
  'HI 0-2 (=BG !30) ?(=BG !30)x11',
  `HCP 0-1 ${repricing} -x5 ${repricingReasons}`,
];

/** [2310]: providers of the claim, in any order. */
const providerLoops = [
  loop('2310A', '0-2', { segments: [provider('=DN|P3 =1'), 'REF 0-3 =0B|1G|G2 !50'], position: 1 }),
  loop('2310B', '0-1', {
    segments: [provider('=82 =1|2'), 'PRV 0-1 =PE =PXC !50', 'REF 0-4 =0B|1G|G2|LU !50'],
    position: 1,
  }),
  loop('2310C', '0-1', {
    segments: [
      'NM1 1 =77 =2 !60 - - - - ?=XX ?2-80 P0809',
      ...address('1'),
      'REF 0-3 =0B|G2|LU !50',
      'PER 0-1 =IC ?60 =TE !256 ?=EX ?256 P0506',
    ],
    position: 1,
  }),
  loop('2310D', '0-1', { segments: [provider('=DQ =1'), 'REF 0-4 =0B|1G|G2|LU !50'], position: 1 }),
  loop('2310E', '0-1', { segments: ['NM1 1 =PW =2', ...address('1')], position: 1 }),
  loop('2310F', '0-1', { segments: ['NM1 1 =45 =2 ?60', ...address('1')], position: 1 }),
];

/** [2330C–G]: providers as another payer knows them, in any order. */
const otherProviderLoop = (id: string, times: string, who: string, numbers: string) =>
  loop(id, times, { segments: [`NM1 1 ${who}`, `REF 1-3 ${numbers} !50`], position: 3 });

const otherPayerLoops = [
  loop('2330A', '1', {
    segments: [`NM1 1 =IL =1|2 ${personName} =II|MI !2-80`, ...address('0-1'), 'REF 0-1 =SY !50'],
    position: 1,
  }),
  loop('2330B', '1', {
    segments: [
      payerName,
      ...address('0-1'),
      'DTP 0-1 =573 =D8 !35',
      'REF 0-2 =2U|EI|FY|NF !50',
      ...['G1', '9F', 'T4', 'F8'].map((qualifier) => `REF 0-1 =${qualifier} !50`),
    ],
    position: 2,
  }),
  otherProviderLoop('2330C', '0-2', '=DN|P3 =1', '=0B|1G|G2'),
  otherProviderLoop('2330D', '0-1', '=82 =1|2', '=0B|1G|G2|LU'),
  otherProviderLoop('2330E', '0-1', '=77 =2', '=0B|G2|LU'),
  otherProviderLoop('2330F', '0-1', '=DQ =1', '=0B|1G|G2|LU'),
  otherProviderLoop('2330G', '0-1', '=85 =1|2', '=G2|LU'),
];

const otherCoverageLoop = loop('2320', '0-10', {
  segments: [
    'SBR 1 =A|B|C|D|E|F|G|H|P|S|T|U =01|18|19|20|21|39|40|53|G8 ?50 ?60 ?=12|13|14|15|16|41|42|43|47 - - - =11|12|13|14|15|16|17|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ',
    `CAS 0-5 =CO|CR|OA|PI|PR ${adjustments}`,
    ...['D', 'A8', 'EAF'].map((qualifier) => `AMT 0-1 =${qualifier} !R18`),
    'OI 1 - - =N|W|Y ?=P - =I|Y',
    'MOA 0-1 ?R10 ?R18 ?50x5 ?R18 ?R18',
  ],
  loops: otherPayerLoops,
  position: 2,
});

export const claimLoop = loop('2300', '0-100', {
  segments: claimSegments,
  loops: [...providerLoops, otherCoverageLoop, { ...lineLoop, position: 3 }],
});
