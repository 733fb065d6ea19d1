import type { DataConverter } from '@temporalio/common';
import { type PayloadKey, payloadCodec } from './codec';

/** For client and worker alike. The failure converter goes by path, as the workflow bundle has it too. */
export const dataConverterWith = (keys: readonly PayloadKey[]): DataConverter => ({
  payloadCodecs: [payloadCodec(keys)],
  failureConverterPath: require.resolve('./failure-converter'),
});
