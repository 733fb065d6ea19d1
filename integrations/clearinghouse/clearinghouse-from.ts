import { fileURLToPath } from 'node:url';
import type { ClearinghousePort } from '../../domain/clearinghouse/clearinghouse-port';
import type { Settings } from '../../domain/settings';
import { directoryClearinghouse } from './directory';

/** The adapter that KEPT_CLEARINGHOUSE names; undefined where none is configured. Nothing is read or connected yet. */
export const clearinghouseFrom = (settings: Settings<'KEPT_CLEARINGHOUSE'>): ClearinghousePort | undefined =>
  settings.KEPT_CLEARINGHOUSE === undefined
    ? undefined
    : directoryClearinghouse(fileURLToPath(settings.KEPT_CLEARINGHOUSE));
