/** Why time is kept free. Words: messages/<language>/schedule.ts. */
export const blockKinds = ['lunch', 'meeting', 'leave', 'training', 'personal', 'holiday', 'other'] as const;
export type BlockKind = (typeof blockKinds)[number];
