import { randomInt } from 'node:crypto';
import type { Writable } from 'node:stream';
import { type PasswordFault, longestPassword, passwordFault, shortestPassword } from '../domain/staff/password-rule';
import { type Keys, askSecret, firstLineOf } from './ask-secret';

/** Where a password comes from: the keyboard, a pipe, or `--generate`. */
export interface PasswordMeans {
  readonly keys: Keys;
  readonly screen: Writable;
}

/** `generated`: it is shown once, to be passed on. */
export interface NewPassword {
  readonly password: string;
  readonly generated: boolean;
}

/** A password that must not be used. `message` is one line and repeats nothing of it. */
export class BadPassword extends Error {}

/** Generated, typed twice at a terminal, or the first line of what is piped in. @throws BadPassword */
export async function newPassword(email: string, generate: boolean, means: PasswordMeans): Promise<NewPassword> {
  if (generate) return { password: generated(), generated: true };
  const password = means.keys.isTTY === true ? await askTwice(means) : await firstLineOf(means.keys);
  const fault = passwordFault(password, email);
  if (fault) throw new BadPassword(faults[fault]);
  return { password, generated: false };
}

const faults: Readonly<Record<PasswordFault, string>> = {
  too_short: `the password is too short: ${shortestPassword} letters or more; several words are good`,
  too_long: `the password is too long: ${longestPassword} letters at most`,
  is_the_email: 'the password holds the e-mail address',
};

async function askTwice({ keys, screen }: PasswordMeans): Promise<string> {
  const password = await askSecret('Password (not shown): ', keys, screen);
  const again = await askSecret('Once more: ', keys, screen);
  if (password !== again) throw new BadPassword('the two passwords differ');
  return password;
}

/** Letters that are not mistaken for each other; 5 × 5 of 31 are 123 bits. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const generated = () =>
  Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  );
