import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './browser-test';
import { stubApi } from './stub-api';

const builds = resolve(__dirname, '../../dist/browser');

test('no page has a script or a style of its own, and no file is written into another', () => {
  const pages = globSync('{admin,portal}/index.html', { cwd: builds });
  expect(pages).toHaveLength(2);
  for (const page of pages) {
    const html = readFileSync(join(builds, page), 'utf8');
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i);
  }
  const inlined = globSync('{admin,portal}/assets/*.css', { cwd: builds }).filter((file) =>
    /url\(["']?data:/.test(readFileSync(join(builds, file), 'utf8')),
  );
  expect(inlined).toEqual([]);
});

test('no part of a program writes a style sheet into the page, or carries a library that draws', () => {
  const files = globSync('{admin,portal}/assets/*.js', { cwd: builds });
  const found = files.flatMap((file) => {
    const code = readFileSync(join(builds, file), 'utf8');
    return ['data-scroll-locked', 'adoptedStyleSheets', 'insertRule', 'emotion', 'MuiButton']
      .filter((mark) => code.includes(mark))
      .map((mark) => `${file}: ${mark}`);
  });
  expect(found).toEqual([]);
});

test('the policy does refuse what it must: a style and a script in the page', async ({
  page,
  adminOrigin,
  complaints,
}) => {
  await stubApi(page);
  await page.goto(adminOrigin);
  await page.getByRole('button', { name: /Account of/ }).waitFor();
  const ran = await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(style, script);
    return [getComputedStyle(document.body).outlineWidth === '7px', 'ran' in window];
  });
  expect(ran).toEqual([false, false]);
  expect(complaints.splice(0)).toHaveLength(2); // and the listeners of every test do hear it
});
