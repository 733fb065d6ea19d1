import type { Chunks } from '../../../domain/x12/x12-reader';

/** What an interchange is made of, in words; the counts and control numbers come out right. */
export interface FileParts {
  /** Segments between ST and SE, written with `*` and `:`. */
  readonly body: readonly string[];
  readonly type?: string;
  readonly version?: string;
  readonly functionalId?: string;
  /** Element, component, repetition and segment characters. */
  readonly marks?: readonly [string, string, string, string];
  readonly lineEnd?: string;
  readonly control?: string;
}

/** One interchange, one group, one transaction, as text. */
export function anInterchange(parts: FileParts): string {
  const { body, type = '835', version = '005010X221A1', functionalId = 'HP', control = '000000077' } = parts;
  const [element, component, repetition, segment] = parts.marks ?? ['*', ':', '^', '~'];
  const written = [
    `GS*${functionalId}*PAYER*HARBOR*20261120*0830*77*X*${version}`,
    type === '835' ? 'ST*835*0001' : `ST*${type}*0001*${version}`,
    ...body,
    `SE*${body.length + 2}*0001`,
    'GE*1*77',
    `IEA*1*${control}`,
  ];
  const marked = written.map((one) => one.replaceAll('*', element).replaceAll(':', component));
  return [anIsa({ element, component, repetition, control }), ...marked]
    .map((one) => one + segment + (parts.lineEnd ?? '\n'))
    .join('');
}

export function anIsa({ element = '*', component = ':', repetition = '^', control = '000000077' } = {}): string {
  const wide = (text: string) => text.padEnd(15);
  const head = ['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', wide('PAYER'), 'ZZ', wide('HARBOR')];
  return [...head, '261120', '0830', repetition, '00501', control, '0', 'T', component].join(element);
}

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** The bytes in pieces of `size`, as a network may deliver them. */
export function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export const whole = (bytes: Uint8Array): Chunks => [bytes];
