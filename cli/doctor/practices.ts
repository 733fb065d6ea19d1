import type { KnownPractice } from '../../domain/practice/as-operator';
import { type Finding, findingsOf } from './finding';

const { ok, warn, fail } = findingsOf('practices');

/** Whether each practice can be worked in. */
export function practiceFindings(practices: readonly KnownPractice[]): readonly Finding[] {
  if (practices.length === 0)
    return [warn('none', 'there is no practice yet', 'found one: "kept admin create --found NAME --zone ZONE"')];
  const findings = practices.flatMap(({ id, name, administrators }) => [
    ...(name === null
      ? [fail('half_founded', `${id}: founding it was broken off`, 'found it anew: "kept admin create --found …"')]
      : []),
    ...(administrators === 0
      ? [warn('no_administrator', `${id} has no administrator`, `"kept admin create --practice ${id}" lets one in`)]
      : []),
  ]);
  return findings.length > 0 ? findings : [ok('practices', `practices: ${practices.length}`)];
}
