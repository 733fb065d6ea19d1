export interface FileRules {
  /** As in the file field's `accept`: `.pdf,image/*`; empty takes any file. */
  readonly accept: string;
  readonly maxBytes: number;
}

type NamedFile = Pick<File, 'name' | 'type' | 'size'>;
export type Refusal = 'too_large' | 'not_accepted';
export interface SortedFiles<T> {
  readonly taken: readonly T[];
  readonly refused: readonly { readonly file: T; readonly why: Refusal }[];
}

/** Which of the dropped files may come in. The server looks again; this only saves the wait. */
export function sortFiles<T extends NamedFile>(files: readonly T[], rules: FileRules): SortedFiles<T> {
  const judged = files.map((file) => ({ file, why: refusal(file, rules) }));
  return {
    taken: judged.flatMap(({ file, why }) => (why ? [] : [file])),
    refused: judged.flatMap(({ file, why }) => (why ? [{ file, why }] : [])),
  };
}

function refusal(file: NamedFile, { accept, maxBytes }: FileRules): Refusal | undefined {
  const fits = accept
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .some((one) => matches(file, one));
  if (!fits) return 'not_accepted';
  return file.size > maxBytes ? 'too_large' : undefined;
}

function matches({ name, type }: NamedFile, accept: string): boolean {
  if (accept === '') return true;
  if (accept.startsWith('.')) return name.toLowerCase().endsWith(accept);
  return accept.endsWith('/*') ? type.startsWith(accept.slice(0, -1)) : type === accept;
}
