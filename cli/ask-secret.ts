import type { Readable, Writable } from 'node:stream';

/** A terminal, or a pipe that stands in for one. */
export type Keys = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };

const [enter, newLine, interrupt, endOfText] = ['\r', '\n', '\u0003', '\u0004'];
const rubout = new Set(['\u007f', '\b']);

/**
 * One line that is typed and not shown. Everything goes to `screen`, so that standard output stays the command's.
 * @throws Error when it is broken off (Ctrl-C, end of input)
 */
export async function askSecret(question: string, keys: Keys, screen: Writable): Promise<string> {
  screen.write(question);
  keys.setRawMode?.(true);
  keys.setEncoding('utf8');
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = '';
      const done = () => {
        keys.off('data', take);
        keys.off('end', broken);
        keys.pause();
      };
      const broken = () => {
        done();
        reject(new Error('broken off'));
      };
      const take = (text: string) => {
        for (const [at, key] of Array.from(text).entries()) {
          if (key === interrupt || key === endOfText) return broken();
          if (key === enter || key === newLine) {
            done();
            const rest = Array.from(text)
              .slice(at + 1)
              .join('');
            if (rest !== '') keys.unshift(rest, 'utf8');
            return resolve(typed);
          }
          typed = rubout.has(key) ? Array.from(typed).slice(0, -1).join('') : typed + key;
        }
      };
      keys.on('data', take);
      keys.once('end', broken);
      keys.resume();
    });
  } finally {
    keys.setRawMode?.(false);
    screen.write('\n');
  }
}

/** The first line of what is piped in. */
export async function firstLineOf(input: Readable): Promise<string> {
  let text = '';
  for await (const chunk of input) text += String(chunk);
  return (text.split(/\r?\n/)[0] ?? '').normalize('NFC');
}
