const rowBytes = 16;

/** Bytes as operators read them: where a row begins, its bytes in hex, and those of them that are letters. */
export const bytesInRows = (hex: readonly string[], from: number): string =>
  hex.map((row, index) => rowOf(row, from + index * rowBytes)).join('\n');

function rowOf(hex: string, at: number): string {
  const bytes = hex.match(/../g) ?? [];
  const letters = bytes.map((byte) => {
    const code = Number.parseInt(byte, 16);
    return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '·';
  });
  return `${at.toString(16).padStart(8, '0')}  ${bytes.join(' ').padEnd(rowBytes * 3 - 1)}  ${letters.join('')}`;
}
