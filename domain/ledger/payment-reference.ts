import type { PaymentMethod } from './balance-codes';

/**
 * What a person may note of a payment: a check's number, a terminal's approval code. Never the number of a card, whatever it was
 * typed as: twelve digits and more in a row, spaces and dashes aside, are refused (PCI DSS 3.5.1: what is not kept cannot leak).
 */
export const mayBeCardNumber = (text: string): boolean => /\d(?:[ -]?\d){11,}/.test(text);

/** A check has its number; the others may have none. */
export const needsReference = (method: PaymentMethod): boolean => method === 'check';
