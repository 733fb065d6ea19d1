import { loop } from './grammar';
import { claimLoop } from './grammar-837p-claim';
import { address, contact, demographics, payerName, personName } from './grammar-837p-parts';

/**
 * The structure of an 837P: 005010X222A1, sections 2.3.1 to 2.3.2, as lines of `grammar.ts`. Names, codes and lengths are
 * the standard's; checked line by line against the map of pyx12 (BSD), which validates the same guide.
 */
const subscriberLoops = [
  loop('2010BA', '1', {
    segments: [
      `NM1 1 =IL =1|2 ${personName} =II|MI !2-80 P0809`,
      ...address('0-1'),
      demographics('0-1'),
      'REF 0-1 =SY !50',
      'REF 0-1 =Y4 !50',
      'PER 0-1 =IC ?60 =TE !256 ?=EX ?256 P0506',
    ],
  }),
  loop('2010BB', '1', {
    segments: [payerName, ...address('0-1'), 'REF 0-3 =2U|EI|FY|NF !50', 'REF 0-2 =G2|LU !50'],
  }),
];

const patientLoop = loop('2000C', '0-99999', {
  segments: ['HL 1 !12 !12 =23 =0', 'PAT 1 =01|19|20|21|39|40|53|G8 - - - ?=D8 ?35 ?=01 ?R10 ?=Y P0506 P0708'],
  loops: [
    loop('2010CA', '1', {
      segments: [
        'NM1 1 =QC =1 !60 ?35 ?25 - ?10',
        ...address('1'),
        demographics('1'),
        'REF 0-1 =Y4 !50',
        'REF 0-1 =1W|SY !50',
        'PER 0-1 =IC ?60 =TE !256 ?=EX ?256 P0506',
      ],
    }),
    claimLoop,
  ],
});

const subscriberLoop = loop('2000B', '1-99999', {
  segments: [
    'HL 1 !12 !12 =22 =0|1',
    'SBR 1 =A|B|C|D|E|F|G|H|P|S|T|U ?=18 ?50 ?60 ?=12|13|14|15|16|41|42|43|47 - - - =11|12|13|14|15|16|17|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ',
    'PAT 0-1 - - - - ?=D8 ?35 ?=01 ?R10 ?=Y P0506 P0708',
  ],
  loops: [...subscriberLoops, claimLoop, patientLoop],
});

const billingLoop = loop('2000A', '1-99999', {
  segments: ['HL 1 !12 - =20 =1', 'PRV 0-1 =BI =PXC !50', 'CUR 0-1 =85 !3'],
  loops: [
    loop('2010AA', '1', {
      segments: [
        `NM1 1 =85 =1|2 ${personName} ?=XX ?2-80 P0809`,
        ...address('1'),
        'REF 1 =EI|SY !50',
        'REF 0-2 =0B|1G !50',
        `PER 0-2 ${contact}`,
      ],
    }),
    loop('2010AB', '0-1', { segments: ['NM1 1 =87 =1|2', ...address('1')] }),
    loop('2010AC', '0-1', {
      segments: ['NM1 1 =PE =2 !60 - - - - =PI|XV !2-80', ...address('1'), 'REF 0-1 =2U|FY|NF !50', 'REF 1 =EI !50'],
    }),
    subscriberLoop,
  ],
});

export const professionalClaims = loop('837P', '1', {
  segments: ['BHT 1 =0019 =00|18 !50 !D8 !T4-8 =CH|RP'],
  loops: [
    loop('1000A', '1', {
      segments: [
        'NM1 1 =41 =1|2 !60 ?35 ?25 - - =46 !2-80',
        'PER 1-2 =IC ?60 =ED|EM|FX|TE !256 ?=ED|EM|EX|FX|TE ?256 ?=ED|EM|EX|FX|TE ?256 P0506 P0708',
      ],
    }),
    loop('1000B', '1', { segments: ['NM1 1 =40 =2 !60 - - - - =46 !2-80'] }),
    billingLoop,
  ],
});
