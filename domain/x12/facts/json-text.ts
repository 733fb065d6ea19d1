/** One JSON document in pieces, for answers that are too long to be held: open, members or items, close. */
export interface JsonText {
  /** Opens `{` or `[` as an item of the array, or under `key` in the object, that is open. */
  open(bracket: '{' | '[', key?: string): void;
  member(key: string, value: unknown): void;
  item(value: unknown): void;
  close(): void;
}

export function jsonText(write: (piece: string) => void): JsonText {
  const closers: string[] = [];
  let separator = '';

  const put = (key: string | undefined, text: string): void => {
    write(separator + (key === undefined ? '' : `${JSON.stringify(key)}:`) + text);
    separator = ',';
  };
  return {
    open: (bracket, key) => {
      put(key, bracket);
      closers.push(bracket === '{' ? '}' : ']');
      separator = '';
    },
    member: (key, value) => {
      if (value !== undefined) put(key, JSON.stringify(value));
    },
    item: (value) => put(undefined, JSON.stringify(value)),
    close: () => {
      write(closers.pop() ?? '');
      separator = ',';
    },
  };
}
