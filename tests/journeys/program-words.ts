import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../dev/stack/folders';

/** Where the program's own words stand: what is served, logged and stored is made of them. */
const rooms = 'activities admin api browser domain integrations messages migrations portal worker workflows'.split(' ');
let words: ReadonlySet<string> | undefined;

/** Whether a short text is a word of the program's own, in small letters: found anywhere, it says nothing of anybody. */
export const isOfTheProgram = (text: string): boolean => (words ??= programWords()).has(text);

function programWords(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const room of rooms)
    for (const name of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }))
      if (/\.(tsx?|sql)$/.test(name) && !/\.test\.tsx?$|\/fixtures\//.test(name))
        for (const [word] of readFileSync(join(root, room, name), 'utf8')
          .toLowerCase()
          .matchAll(/[\p{L}\p{N}]+/gu))
          if (word.length < 5) found.add(word);
  return found;
}
