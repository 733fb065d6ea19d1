import type { ClaimStatus, StatusLevel } from '../../../domain/x12/claim-status';
import type { StatusReportContent } from '../../../domain/x12/write-277ca';
import type { AcknowledgementContent } from '../../../domain/x12/write-999';
import { dollars, npi } from './claims';

const group = { functionalId: 'HC', control: '41', version: '005010X222A1' } as const;

/** What a clearinghouse answers to a group of claims. */
export const acknowledgementScenarios: Readonly<Record<string, AcknowledgementContent>> = {
  accepted: {
    group,
    sets: [{ type: '837', control: '0001', version: '005010X222A1', code: 'A', reasons: [], errors: [] }],
    result: { code: 'A', included: '1', received: '1', accepted: '1', reasons: [] },
  },
  'rejected-with-the-element': {
    group,
    sets: [
      {
        type: '837',
        control: '0001',
        version: '005010X222A1',
        code: 'R',
        reasons: ['5'],
        errors: [
          {
            segment: 'NM1',
            position: '22',
            loop: '2310',
            code: '8',
            contexts: [{ name: 'CLM01', value: 'KEPT000001' }],
            elements: [{ position: '9', reference: '67', code: '7', value: '1528000100' }],
          },
        ],
      },
    ],
    result: { code: 'R', included: '1', received: '1', accepted: '0', reasons: [] },
  },
  'partly-accepted': {
    group,
    sets: [
      { type: '837', control: '0001', version: '005010X222A1', code: 'A', reasons: [], errors: [] },
      { type: '837', control: '0002', version: '005010X222A1', code: 'R', reasons: ['4'], errors: [] },
    ],
    result: { code: 'P', included: '2', received: '2', accepted: '1', reasons: [] },
  },
};

const status = (category: string, code: string, more: Partial<ClaimStatus> = {}): ClaimStatus => ({
  codes: [{ category, status: code }],
  date: '20261103',
  action: category === 'A7' ? 'U' : 'WQ',
  charge: dollars(175),
  ...more,
});

const nothing = { references: [], dates: [], quantities: [], amounts: [], lines: [], statuses: [] } as const;

const levels: readonly StatusLevel[] = [
  {
    id: '1',
    level: '20',
    name: { entityType: '2', last: 'NORTH MUTUAL', id: { qualifier: 'PI', value: '45001' } },
    traces: [
      {
        ...nothing,
        type: '1',
        number: 'FILE7001',
        dates: [
          { qualifier: '050', date: '20261102' },
          { qualifier: '009', date: '20261103' },
        ],
      },
    ],
  },
  {
    id: '2',
    parent: '1',
    level: '21',
    name: { entityType: '2', last: 'HARBOR COUNSELING LLC', id: { qualifier: '46', value: 'HARBOR1' } },
    traces: [
      {
        ...nothing,
        type: '2',
        number: 'BATCH41',
        statuses: [status('A1', '19', { charge: dollars(350) })],
        quantities: [
          { qualifier: '90', value: '1' },
          { qualifier: 'AA', value: '1' },
        ],
        amounts: [
          { qualifier: 'YU', amount: dollars(175) },
          { qualifier: 'YY', amount: dollars(175) },
        ],
      },
    ],
  },
  {
    id: '3',
    parent: '2',
    level: '19',
    name: { entityType: '2', last: 'HARBOR COUNSELING LLC', id: { qualifier: 'XX', value: npi.harbor } },
    traces: [{ ...nothing, type: '1', number: '0' }],
  },
  {
    id: '4',
    parent: '3',
    level: 'PT',
    name: { entityType: '1', last: 'SAMPLE', first: 'JORDAN', id: { qualifier: 'MI', value: 'M100200300' } },
    traces: [
      {
        ...nothing,
        type: '2',
        number: 'KEPT000001',
        statuses: [status('A2', '20')],
        payerControlNumber: 'ICN700100',
        clearinghouseNumber: 'CH55001',
        dates: [{ qualifier: '472', date: '20261015' }],
      },
    ],
  },
  {
    id: '5',
    parent: '3',
    level: 'PT',
    name: { entityType: '1', last: 'SAMPLE', first: 'ROBIN', id: { qualifier: 'MI', value: 'M100200301' } },
    traces: [
      {
        ...nothing,
        type: '2',
        number: 'KEPT000002',
        statuses: [
          status('A7', '562', {
            codes: [
              { category: 'A7', status: '562', entity: '85' },
              { category: 'A7', status: '21' },
            ],
            message: 'PROVIDER NUMBER NOT ON FILE',
          }),
        ],
        clearinghouseNumber: 'CH55002',
        dates: [{ qualifier: '472', date: '20261001-20261015' }],
        lines: [
          {
            procedure: { qualifier: 'HC', code: '90837', modifiers: ['95'] },
            charge: dollars(175),
            statuses: [status('A7', '453', { action: undefined, charge: undefined })],
            lineControlNumber: 'L0001',
            dates: [{ qualifier: '472', date: '20261015' }],
          },
        ],
      },
    ],
  },
];

/** One claim accepted, one rejected with a line. */
export const statusScenario: StatusReportContent = { reference: '277CA7001', levels };
