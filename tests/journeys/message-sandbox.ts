import { expect } from '@playwright/test';
import type { Fault } from '../../dev/sandbox/faults';
import type { Message } from '../../dev/sandbox/message';
import type { StartedStack } from './stack';

/** What phones and mailboxes got from a stack. */
export interface MessageSandbox {
  /** The next call that would reach an address meets a fault; what else falls due meanwhile does not. */
  arm(fault: Fault, to: string): Promise<void>;
  /** The link of the next message to an address, once it has come; `known` are those that had come before. */
  linkTo(to: string, known: readonly string[]): Promise<string>;
  /** Every link that came to an address, oldest first. */
  linksTo(to: string): Promise<readonly string[]>;
}

export function theSandbox(stack: StartedStack): MessageSandbox {
  const linksTo = async (to: string) => {
    const response = await fetch(`${stack.sandboxUrl}/messages?to=${encodeURIComponent(to)}`);
    const { messages } = (await response.json()) as { messages: readonly Message[] };
    return messages.flatMap(({ body }) => /https?:\/\/\S+\/a\/[\w-]+/.exec(body)?.[0] ?? []);
  };
  return {
    linksTo,
    arm: async (fault, to) => {
      const response = await fetch(`${stack.sandboxUrl}/control`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ fault, to }),
      });
      expect(response.ok).toBe(true);
    },
    linkTo: async (to, known) => {
      let link: string | undefined;
      await expect(async () => {
        link = (await linksTo(to)).find((one) => !known.includes(one));
        expect(link).toBeDefined();
      }).toPass({ timeout: 20_000 });
      return link ?? '';
    },
  };
}
