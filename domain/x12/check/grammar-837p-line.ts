import { loop } from './grammar';
import {
  address,
  adjustments,
  ambulance,
  ambulanceConditions,
  contact,
  procedure,
  provider,
  reportTypes,
  repricing,
  repricingReasons,
} from './grammar-837p-parts';

const lineSegments = [
  'LX 1 !N6',
  `SV1 1 ${procedure} !R18 =MJ|UN !R15 ?1-2 - (!N2 ?N2 ?N2 ?N2) - ?=Y - ?=Y ?=Y - - ?=0`,
  'SV5 0-1 (=HC !48) =DA !R15 !R18 !R18 =1|4|6',
  `PWK 0-10 ${reportTypes} =AA|BM|EL|EM|FT|FX - - ?=AC ?2-80 P0506`,
  'PWK 0-1 =CT =AB|AD|AF|AG|NS',
  ambulance,
  'CR3 0-1 =I|R|S =MO !R15',
  ambulanceConditions,
  'CRC 0-1 =70 =N|Y =65',
  'CRC 0-1 =09 =N|Y =38|ZV ?=38|ZV',
  'DTP 1 =472 =D8|RD8 !35',
  ...['471', '607', '463', '461', '304', '011', '455', '454'].map((qualifier) => `DTP 0-1 =${qualifier} =D8 !35`),
  'DTP 0-2 =738|739 =D8 !35',
  'QTY 0-1 =PT !R15',
  'QTY 0-1 =FL !R15',
  'MEA 0-5 =OG|TR =HT|R1|R2|R3|R4 !R20',
  'CN1 0-1 =01|02|03|04|05|06|09 ?R18 ?R6 ?50 ?R6 ?30',
  ...['9B', '9D', '6R', 'EW', 'X4', 'F4', 'BT'].map((qualifier) => `REF 0-1 =${qualifier} !50`),
  ...['G1', '9F'].map((qualifier) => `REF 0-5 =${qualifier} !50 - ?(=2U !50)`),
  'AMT 0-1 =T !R18',
  'AMT 0-1 =F4 !R18',
  'K3 0-10 !80',
  'NTE 0-1 =ADD|DCP !80',
  'NTE 0-1 =TPO !80',
  'PS1 0-1 !50 !R18',
  `HCP 0-1 ${repricing} - ?=ER|HC|IV|WK ?48 ?=MJ|UN ?R15 ${repricingReasons} P0910 P1112`,
];

const numbersOf = (qualifiers: string): string => `REF 0-20 =${qualifiers} !50 - ?(=2U !50)`;

/** [2420]: providers of the line, in any order. */
const providerLoops = [
  loop('2420A', '0-1', {
    segments: [provider('=82 =1|2'), 'PRV 0-1 =PE =PXC !50', numbersOf('0B|1G|G2|LU')],
    position: 2,
  }),
  loop('2420B', '0-1', { segments: ['NM1 1 =QB =1|2 - - - - - ?=XX ?2-80', numbersOf('0B|1G|G2')], position: 2 }),
  loop('2420C', '0-1', {
    segments: ['NM1 1 =77 =2 !60 - - - - ?=XX ?2-80 P0809', ...address('1'), numbersOf('G2|LU')],
    position: 2,
  }),
  loop('2420D', '0-1', { segments: [provider('=DQ =1'), numbersOf('0B|1G|G2|LU')], position: 2 }),
  loop('2420E', '0-1', {
    segments: [provider('=DK =1'), ...address('0-1'), numbersOf('0B|1G|G2'), `PER 0-1 ${contact}`],
    position: 2,
  }),
  loop('2420F', '0-2', { segments: [provider('=DN|P3 =1'), numbersOf('0B|1G|G2')], position: 2 }),
  loop('2420G', '0-1', { segments: ['NM1 1 =PW =2', ...address('1')], position: 2 }),
  loop('2420H', '0-1', { segments: ['NM1 1 =45 =2 ?60', ...address('1')], position: 2 }),
];

export const lineLoop = loop('2400', '1-50', {
  segments: lineSegments,
  loops: [
    loop('2410', '0-1', {
      segments: ['LIN 1 - =EN|EO|HI|N4|ON|UK|UP !48', 'CTP 1 - - - !R15 (=F2|GR|ME|ML|UN)', 'REF 0-1 =VY|XZ !50'],
      position: 1,
    }),
    ...providerLoops,
    loop('2430', '0-15', {
      segments: [
        `SVD 1 !2-80 !R18 ${procedure} - !R15 ?N6`,
        `CAS 0-5 =CO|CR|OA|PI|PR ${adjustments}`,
        'DTP 1 =573 =D8 !35',
        'AMT 0-1 =EAF !R18',
      ],
      position: 3,
    }),
    loop('2440', '0-99999', { segments: ['LQ 1 =AS|UT !30', 'FRM 1-99 !20 ?=N|W|Y ?50 ?D8 ?R6'], position: 4 }),
  ],
});
