const word = /^[a-z0-9][a-z0-9._-]{0,99}$/;

/** Lower case only, because some disks take `A` and `a` for one; a first letter or digit, so that `..` cannot be said. */
export function isStorageKey(key: string): boolean {
  return key.length <= 512 && key.split('/').every((part) => word.test(part));
}

/** Any beginning of a key, with or without a last `/`. */
export function isStoragePrefix(prefix: string): boolean {
  return prefix === '' || isStorageKey(prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
}
