import type { SessionWindows } from './session-store';
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

/** Says that someone signed in or out in this browser; undefined where there is no channel. */
export function sessionWindows(): SessionWindows | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel('kept-session');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
    tell: () => channel.postMessage('changed'),
    hear: (listener) => channel.addEventListener('message', () => listener()),
  };
}
