/** Why an appointment is cancelled. Words: messages/<language>/schedule.ts. */
export const cancelReasons = [
  'client_asked',
  'client_ill',
  'clinician_away',
  'practice_closed',
  'booked_in_error',
  'other',
] as const;
export type CancelReason = (typeof cancelReasons)[number];
