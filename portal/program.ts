import { type Toasts, createToasts } from '../admin/design/toasts';
import { type Client, createClient } from '../browser/session/create-client';

export interface Program extends Client {
  readonly toasts: Toasts;
}

/** The portal's parts, put together once. */
export const createProgram = (): Program => ({ ...createClient(), toasts: createToasts() });
