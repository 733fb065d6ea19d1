/** Names of ours say what a file holds: the same name is the same file. */
const ours = /^[0-9A-Za-z][0-9A-Za-z._-]{0,150}$/;

/** What is still being written, or hidden. */
export const isTemporary = (name: string): boolean => name.startsWith('.') || name.endsWith('.tmp');

/** A name that a file of ours may go under. */
export const isOurs = (name: string): boolean => ours.test(name) && !isTemporary(name);

/** A name that lies in the folder itself and is not being written. */
export const isThere = (name: string): boolean =>
  name !== '' && !name.includes('/') && !name.includes('\\') && !isTemporary(name);

/** For an operator: the code of a failure, nothing of what was sent. */
export const codeOf = (error: unknown): string => {
  const { code } = error as { readonly code?: string | number };
  if (code === 'ERR_GENERIC_CLIENT') return 'connection_lost'; // ssh2-sftp-client's word for whatever ends a line
  return typeof code === 'number' ? `sftp_${String(code)}` : (code ?? 'failed');
};
