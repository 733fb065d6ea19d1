/** Codes of what reports count. Words: messages/<language>/reports.ts. */

/** How money comes in: from an insurer, or from a client by one of her means. */
export const moneyKinds = ['insurer', 'card', 'cash', 'check', 'other'] as const;
export type MoneyKind = (typeof moneyKinds)[number];

/** How old what is owed is, in days since the service. */
export const debtAges = ['days_0_30', 'days_31_60', 'days_61_90', 'days_91_120', 'days_121'] as const;
/** The first day of each age but the youngest. */
export const debtAgeEdges = [31, 61, 91, 121] as const;

/** How long a note has been waiting for its signature, in days since the visit. */
export const noteAges = ['days_0_3', 'days_4_7', 'days_8_14', 'days_15_30', 'days_31'] as const;
export const noteAgeEdges = [4, 8, 15, 31] as const;

/** What became of reminders. Each is one of them: `sent` went out and nothing was heard of it since. */
export const reminderFates = ['delivered', 'sent', 'failed', 'left_out'] as const;
export type ReminderFate = (typeof reminderFates)[number];
export const reminderChannels = ['sms', 'email'] as const;
export type ReminderChannel = (typeof reminderChannels)[number];
