import { hash, verify } from '@node-rs/argon2';

/** argon2id (2) at OWASP's 19 MiB, two passes, one lane. The library's enum is one that a single file cannot see. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

/** Two at a time: a hundred sign-ins at once must not take the processor from everyone else. */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Whether the password is right. Without a known person the same work is done, so that the time tells nothing. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    const right = await verify(stored ?? (await nobody), password.normalize('NFC')).catch(() => false);
    return stored !== undefined && right;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

const nobody = hashPassword('nobody has this password');
