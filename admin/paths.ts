/** Addresses of records: ids only. Whoever links to one takes it from here. */
export const appointmentPath = (id: string): string => `/calendar/appointments/${id}`;
export const clientPath = (id: string): string => `/clients/${id}`;
export const claimPath = (id: string): string => `/claims/${id}`;
export const batchPath = (id: string): string => `/claims/batches/${id}`;
/** The note of a visit. */
export const notePath = (visitId: string): string => `/calendar/visits/${visitId}/note`;
export const balancePath = (clientId: string): string => `/balances/${clientId}`;
export const remittancePath = (id: string): string => `/remittances/${id}`;
/** One answer of a payer, wherever it stands. */
export const answerPath = (id: string): string => `/remittances/answers/${id}`;
/** One that waits is looked at on its payment's page; any other opens beside that page. */
export const answerOnPage = (answer: {
  readonly id: string;
  readonly remittanceId: string;
  readonly state: string;
}): string => `${remittancePath(answer.remittanceId)}?${answer.state === 'review' ? 'answer' : 'claim'}=${answer.id}`;
/** A charge opens beside the list that it stands in. */
export const chargePath = ({ id, state }: { readonly id: string; readonly state: string }): string =>
  state === 'proposed' ? `/charges?charge=${id}` : `/charges?show=${state}&charge=${id}`;
/** A file that came in. */
export const filePath = (id: string): string => `/remittances/files/${id}`;
export const filesAsidePath = '/remittances?show=aside';
/** Payments that came in one file. */
export const remittancesOfFilePath = (fileId: string): string => `/remittances?file=${fileId}`;
/** One day of the calendar, `2026-12-01`. */
export const dayPath = (day: string): string => `/calendar?view=day&day=${day}`;
