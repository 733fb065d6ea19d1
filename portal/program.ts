import { type Toasts, createToasts } from '../admin/design/toasts';
import { type Client, createClient } from '../browser/session/create-client';

export interface Program extends Client {
  readonly toasts: Toasts;
  /** The token of the link by which someone came (`takeLinkToken`); it lives here and nowhere else. */
  readonly linkToken: string | undefined;
}

/** The portal's parts, put together once. */
export const createProgram = (linkToken: string | undefined): Program => ({
  ...createClient(),
  toasts: createToasts(),
  linkToken,
});
