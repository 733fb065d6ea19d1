/** Codes of what reports count. Words: messages/<language>/reports.ts. */

/** How money comes in: from an insurer, or from a client by one of her means. */
export const moneyKinds = ['insurer', 'card', 'cash', 'check', 'other'] as const;
export type MoneyKind = (typeof moneyKinds)[number];

/** How old what is owed is, in days since the service. */
export const debtAges = ['days_0_30', 'days_31_60', 'days_61_90', 'days_91_120', 'days_121'] as const;
/** The first day of each age but the youngest. */
export const debtAgeEdges = [31, 61, 91, 121] as const;
