import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../domain/problems';

/** argon2id (2) at OWASP's 19 MiB, two passes, one lane. The library's enum is one that a single file cannot see. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

/** Two at a time: a hundred sign-ins at once must not take the processor from everyone else. */
const mostAtOnce = 2;
/** Some four seconds of work. Whoever comes after that is told to come again, rather than to wait for ever. */
const mostWaiting = 100;
let free = mostAtOnce;
const waiting: (() => void)[] = [];

/**
 * Whether the password is right. Without a known person the same work is done, so that the time tells nothing.
 * @throws AppError `try_again` when too many wait
 */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  await turn();
  try {
    const right = await verify(stored ?? (await nobody), password.normalize('NFC')).catch(() => false);
    return stored !== undefined && right;
  } finally {
    // The turn goes to whoever waits longest, not to whoever comes by now.
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

async function turn(): Promise<void> {
  if (free > 0) {
    free -= 1;
    return;
  }
  if (waiting.length >= mostWaiting) throw new AppError('try_again', { retryAfterSeconds: 4 });
  await new Promise<void>((resolve) => waiting.push(resolve));
}

const nobody = hashPassword('nobody has this password');
