import { SettingsError } from '../domain/settings';
import type { KnownPractice } from '../domain/practice/as-operator';
import type { CommandCall } from './command';

/** The flag of every command that touches a practice's data. */
export const practiceFlag = { practice: { type: 'string' } } as const;

/**
 * The practice that a command is about: the only one there is, or the one that `--practice` names by its id or its name. A
 * command never guesses: with several and no flag it lists them and ends as a wrong call (2).
 * @throws SettingsError
 */
export function whichPractice(call: Pick<CommandCall, 'flags'>, practices: readonly KnownPractice[]): KnownPractice {
  const wanted = call.flags['practice'];
  const found = practices.filter(({ id, name }) => wanted === undefined || id === wanted || name === wanted);
  const [only] = found;
  if (only && found.length === 1) return only;
  const list = (found.length > 1 ? found : practices).map(({ id, name }) => `  ${id}  ${name ?? '(without a name)'}`);
  if (practices.length === 0) throw new WrongPractice('there is no practice yet: "kept admin create" founds one');
  const fault =
    found.length > 1 ? 'there is more than one practice: choose with --practice ID' : 'there is no such practice';
  throw new WrongPractice([fault, ...list].join('\n'));
}

/** The call names no practice, or one that is not there. */
export class WrongPractice extends SettingsError {}
