import { type IdleState, idleState, nextLook, reportIn } from './idle';

export interface IdleWatchOptions {
  readonly idleSeconds: number;
  /** Tells the server that a person did something. */
  readonly report: () => Promise<void>;
  /** Whether the server still holds the session: another window or device may have kept it open. */
  readonly stillOpen: () => Promise<boolean>;
  readonly onState: (state: IdleState) => void;
  readonly now: () => number;
  /** Where input shows: the window. */
  readonly target: EventTarget;
  readonly windows?: OtherWindows;
}

/** The other windows of this browser in the same session. Between them go instants, nothing else. */
export interface OtherWindows {
  readonly tell: (at: number) => void;
  readonly hear: (listener: (at: number) => void) => void;
  readonly close: () => void;
}

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Follows a person's input and the time without it. Only a trusted event counts; requests, timers and live updates do not. */
export function watchIdle(options: IdleWatchOptions): () => void {
  const { idleSeconds, report, stillOpen, onState, now, target, windows } = options;
  let counted = now();
  let tried = counted;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let reportTimer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const count = (at: number) => {
    counted = Math.max(counted, at);
    tried = Math.max(tried, counted);
    look();
  };
  const look = () => {
    clearTimeout(lookTimer);
    if (stopped) return;
    const facts = { now: now(), counted, idleSeconds };
    const state = idleState(facts);
    if (state.kind === 'ended') return void confirmEnd();
    onState(state);
    lookTimer = setTimeout(look, nextLook(facts));
  };
  const confirmEnd = async () => {
    const asked = counted;
    const open = await stillOpen().catch(() => false);
    if (stopped) return;
    if (open || counted !== asked) count(Math.max(counted, now() - (idleSeconds * 1000) / 2));
    else onState({ kind: 'ended' });
  };
  const send = async () => {
    reportTimer = undefined;
    tried = now();
    const at = tried;
    const heard = await report().then(
      () => true,
      () => false, // not counted: input a minute later tries again, and the warning comes in time
    );
    if (!heard || stopped) return;
    windows?.tell(at);
    count(at);
  };
  const onInput = (event: Event) => {
    if (!event.isTrusted) return;
    const at = now();
    if (at > tried) reportTimer ??= setTimeout(() => void send(), reportIn(at, tried));
  };
  const onReturn = () => look(); // timers stand still while a computer sleeps

  for (const input of inputs) target.addEventListener(input, onInput, { passive: true, capture: true });
  target.addEventListener('focus', onReturn);
  windows?.hear((at) => {
    if (at <= now()) count(at);
  });
  look();

  return () => {
    stopped = true;
    clearTimeout(lookTimer);
    clearTimeout(reportTimer);
    for (const input of inputs) target.removeEventListener(input, onInput, { capture: true });
    target.removeEventListener('focus', onReturn);
    windows?.close();
  };
}
