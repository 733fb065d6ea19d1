import type { OwnBalance } from '../../api/portal/portal.contract';

/** Whether there is anything about money to tell a client. */
export const isTold = ({ balanceCents, shares, payments }: OwnBalance): boolean =>
  balanceCents !== 0 || shares.length > 0 || payments.length > 0;
