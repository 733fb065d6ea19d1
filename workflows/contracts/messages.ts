import { defineSignal } from '@temporalio/workflow';
import { lookAgainSignal } from './entity';

/** Look again: something may have changed. */
export const lookAgain = defineSignal(lookAgainSignal);
