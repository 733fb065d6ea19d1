import type { Provider } from './claim';
import type { Address, Adjustment, Contact, Identifier, NamedEntity, Procedure } from './parts';
import { amountText, type ElementValue, type SegmentOutput } from './segment-text';

/** NM1 with `role` as NM101. */
export function writeName(out: SegmentOutput, role: string, name: NamedEntity): void {
  const { entityType, last, first, middle, suffix, id } = name;
  out.add('NM1', role, entityType, last, first, middle, undefined, suffix, id?.qualifier, id?.value);
}

/** N3 and N4. */
export function writeAddress(out: SegmentOutput, address: Address | undefined): void {
  if (!address) return;
  out.add('N3', ...address.lines.slice(0, 2));
  out.add('N4', address.city, address.state, address.zip, address.country);
}

export const writeReference = (out: SegmentOutput, { qualifier, value }: Identifier): void =>
  out.add('REF', qualifier, value);

/** REFs in the order that the guide lists their qualifiers; a qualifier it does not list comes last. */
export function writeReferences(
  out: SegmentOutput,
  references: readonly Identifier[],
  order: readonly string[] = [],
): void {
  const place = ({ qualifier }: Identifier): number =>
    (order.indexOf(qualifier) + order.length + 1) % (order.length + 1);
  for (const reference of references.toSorted((a, b) => place(a) - place(b))) writeReference(out, reference);
}

export function writeContact(out: SegmentOutput, { purpose, name, numbers }: Contact): void {
  out.add('PER', purpose, name, ...numbers.slice(0, 3).flatMap(({ qualifier, value }) => [qualifier, value]));
}

export const procedureText = ({ qualifier, code, modifiers }: Procedure): ElementValue => [
  qualifier,
  code,
  ...modifiers.slice(0, 4),
];

/** CAS: up to six reasons of one group in a segment. CR is read, never written. */
export function writeAdjustments(out: SegmentOutput, adjustments: readonly Adjustment[]): void {
  for (const [group, ones] of Map.groupBy(adjustments, (one) => one.group))
    for (let at = 0; at < ones.length; at += 6)
      out.add(
        'CAS',
        group,
        ...ones.slice(at, at + 6).flatMap(({ reason, amount, quantity }) => [reason, amountText(amount), quantity]),
      );
}

/** A provider in [2310] or [2420]. Only the rendering one (82) has a taxonomy there, only the facility an address. */
export function writeProvider(out: SegmentOutput, role: string, provider: Provider | undefined): void {
  if (!provider) return;
  writeName(out, role, provider);
  if (provider.taxonomy && role === '82') out.add('PRV', 'PE', 'PXC', provider.taxonomy);
  if (role === '77') writeAddress(out, provider.address);
  writeReferences(out, provider.references, ['0B', '1G', 'G2', 'LU']);
}
