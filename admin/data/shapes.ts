import { dayShape } from '../schedule/day-shape';
import type { Shape } from './put-rows';

/** Everything in the cache that shows rows otherwise than as a list or a record. */
export const shapes: readonly Shape[] = [dayShape as unknown as Shape];
