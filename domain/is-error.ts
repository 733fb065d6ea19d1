import { types } from 'node:util';

/** Also what Node's own modules throw where code runs in a realm of its own: `instanceof` knows one realm only. */
export const isError = (thrown: unknown): thrown is Error => thrown instanceof Error || types.isNativeError(thrown);
