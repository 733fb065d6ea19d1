import type { Interchange, Transaction } from './envelope';

/** What a file is, judged by its content alone: names of files mean nothing (adapters rename them). */
export type X12Kind =
  | '270'
  | '271'
  | '276'
  | '277'
  | '277CA'
  | '835'
  | '837D'
  | '837I'
  | '837P'
  | '997'
  | '999'
  | 'TA1'
  | 'other';

/** Implementation guides by ST01 and the part of the version that names the guide (5010, and 4010 before it). */
const guides: readonly (readonly [type: string, guide: RegExp, kind: X12Kind])[] = [
  ['837', /X222|X098/, '837P'],
  ['837', /X223|X096/, '837I'],
  ['837', /X224|X097/, '837D'],
  ['277', /X214/, '277CA'],
  ['277', /^/, '277'],
  ['276', /^/, '276'],
  ['270', /^/, '270'],
  ['271', /^/, '271'],
  ['835', /^/, '835'],
  ['997', /^/, '997'],
  ['999', /^/, '999'],
];

export function kindOf(transaction: Pick<Transaction, 'type' | 'version'>): X12Kind {
  return guides.find(([type, guide]) => type === transaction.type && guide.test(transaction.version))?.[2] ?? 'other';
}

/** The kind of a file, and who sent it to whom. */
export interface Sniffed {
  readonly kind: X12Kind;
  readonly interchange: Interchange;
}
