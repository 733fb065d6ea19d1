import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Paths with a hole (`api/<area>/…`, `*`) name a kind of file, not one; folders that a build makes are not in the clone.
const top = path.resolve(__dirname, '../..');
const pages = globSync(['*.md', 'docs/**/*.md', '*/README.md'], { cwd: top, exclude: ['node_modules/**'] });
const rooms =
  /^(domain|api|workflows|activities|worker|integrations|admin|portal|browser|messages|migrations|cli|dev|tests|docs|bench|\.ci)\//;
const scripts = Object.keys(
  (JSON.parse(readFileSync(path.join(top, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts,
);

const quoted = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
const named = (page: string) => quoted(readFileSync(path.join(top, page), 'utf8'));

test.each(pages)('every file and folder that %s names is there', (page) => {
  const paths = named(page)
    .filter((text) => rooms.test(text) && !/[<>*{}…\s]/.test(text))
    .map((text) => text.replace(/[:#].*$/, ''));
  expect(paths.filter((one) => !existsSync(path.join(top, one)))).toEqual([]);
});

test.each(pages)('every npm script that %s names is there', (page) => {
  const called = named(page).flatMap((text) =>
    [...text.matchAll(/^npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1] ?? ''),
  );
  expect(called.filter((one) => !scripts.includes(one))).toEqual([]);
});

test.each(pages)('every link between pages in %s leads somewhere', (page) => {
  const text = readFileSync(path.join(top, page), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
  expect(links.filter((one) => !existsSync(path.join(top, path.dirname(page), one)))).toEqual([]);
});
