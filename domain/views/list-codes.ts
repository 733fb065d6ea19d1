/** Lists of which a person may keep views, and which can be taken along as a file. */
export const viewedLists = ['clients', 'messages', 'work', 'claims', 'remittances', 'balances', 'charges'] as const;
export type ViewedList = (typeof viewedLists)[number];
