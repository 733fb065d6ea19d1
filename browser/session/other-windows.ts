import type { OtherWindows } from './watch-idle';

/** By the platform's channel between windows of one origin; undefined where there is none. */
export function otherWindows(): OtherWindows | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel('kept-input');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
    tell: (at) => channel.postMessage(at),
    hear: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'number') listener(data);
      }),
    close: () => channel.close(),
  };
}
