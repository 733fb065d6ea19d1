import { AsyncLocalStorage } from 'node:async_hooks';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';

interface Beating {
  heartbeat(): void;
}

const underWay = new AsyncLocalStorage<Beating>();

/** Lets what an activity calls say that it is still at work, without knowing of the engine. */
export const aliveInterceptor = (context: Beating): ActivityInboundCallsInterceptor => ({
  execute: (input, next) => underWay.run(context, () => next(input)),
});

/** The activity under way is still at work; outside of one nobody asks. */
export const alive = (): void => underWay.getStore()?.heartbeat();
