const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

/**
 * Plain text as HTML, with its web addresses as links, as phones and mail clients do it. A full stop after one is not
 * part of it. `attributes` are written into each link as they are.
 */
export function linked(text: string, attributes = ''): string {
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escaped(part)}"${attributes}>${escaped(part)}</a>` : escaped(part),
    )
    .join('');
}
