import type { Readable } from 'node:stream';

/**
 * Where claims go and answers come from. Nothing that a clearinghouse or a network does is thrown: it is an answer.
 * Names of outgoing files are ours and name the content: the same name is the same file.
 */
export interface ClearinghousePort {
  /** Who runs it, as the register of agreements names it. */
  readonly vendor: string;
  /**
   * Hands over one file: whole, or not at all. Whoever does not know whether a file went asks `find` before sending it again.
   * Once `signal` has ended, nothing is handed over any more that was not yet.
   */
  send(file: OutgoingFile, signal?: AbortSignal): Promise<SendAnswer>;
  /** Whether a file was handed over, be it that the clearinghouse has taken it away since. */
  find(name: string): Promise<FindAnswer>;
  /** Files that wait for us, in the order of their names. Nothing is ever removed there. */
  list(): Promise<ListAnswer>;
  fetch(name: string): Promise<FetchAnswer>;
}

export interface OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WaitingFile {
  readonly name: string;
  readonly bytes: number;
  /** When it was last written, by the other side's clock; epoch milliseconds. */
  readonly writtenAt: number;
}

/**
 * `refused`: it has nothing and won't take this file, now or later. `not_sent`: it has nothing, for now: it does not answer, does not
 * know us, is full. `unknown`: it may have it or not. `code` is for an operator.
 */
export type SendAnswer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'not_sent'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string };

/** `absent` is certain: sending doubles nothing. */
export type FindAnswer =
  | { readonly kind: 'found' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly code: string };

type Unavailable = { readonly kind: 'unavailable'; readonly code: string };
export type ListAnswer = { readonly kind: 'listed'; readonly files: readonly WaitingFile[] } | Unavailable;
export type FetchAnswer =
  | { readonly kind: 'found'; readonly content: Readable }
  | { readonly kind: 'absent' }
  | Unavailable;
