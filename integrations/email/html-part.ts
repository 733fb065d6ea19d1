import { escaped, linked } from './linked-text';

/**
 * The plain text as a small HTML document: its language said, paragraphs as paragraphs, web addresses as links,
 * no colours of its own (dark mode keeps its contrast), no pictures, nothing fetched.
 */
export function htmlPart(text: string, title: string, language: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body style="margin: 0; padding: 16px; font: 16px/1.5 system-ui, sans-serif; max-width: 36em;">
${paragraphs}
</body>
</html>
`;
}
