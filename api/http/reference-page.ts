import type { Response, Router } from 'express';
import type { FrontDoor } from '../../domain/access/roles';
import { problems } from '../../domain/problems';
import { catalogues } from '../../messages/catalogues';
import { sayIfKnown } from '../../messages/words';
import { describeApi, problemsOf, whoMay } from './openapi';
import { refuseMethod } from './problem';
import type { Route } from './route';

/** Serves the description of an API to machines (`/api/openapi.json`) and to people (`/api/docs`). No script, no foreign request. */
export function serveReference(routes: readonly Route[], door: FrontDoor, title: string): (router: Router) => void {
  const document = describeApi(routes, door, title);
  const page = renderPage(routes, title);
  return (router) => {
    serve(router, '/openapi.json', (response) => response.json(document));
    serve(router, '/docs', (response) => response.type('html').send(page));
    serve(router, '/docs.css', (response) => response.type('css').send(style));
  };
}

function serve(router: Router, path: string, answer: (response: Response) => void): void {
  const served = router.route(path);
  served.get((_request, response) => answer(response));
  served.all((request, response) => refuseMethod(request, response, ['get']));
}

export function renderPage(routes: readonly Route[], title: string): string {
  const areas = Map.groupBy(routes, (route) => route.contract.path.split('/')[1] ?? '');
  const nav = [...areas.keys()].map((area) => `<li><a href="#${text(area)}">${text(area)}</a></li>`).join('');
  const sections = [...areas].map(
    ([area, own]) =>
      `<section id="${text(area)}" aria-labelledby="h-${text(area)}"><h2 id="h-${text(area)}">${text(area)}</h2>${own.map(renderRoute).join('')}</section>`,
  );
  const codes = Object.entries(problems).map(
    ([code, status]) =>
      `<tr><td>${status}</td><td><code>${code}</code></td><td>${text(sayIfKnown('en', catalogues.en, `problems.${code}.title`, {}) ?? '')}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><main><h1>${text(title)}</h1>
<p>The same as <a href="/api/openapi.json">openapi.json</a>, for reading.</p><nav aria-label="Areas"><ul>${nav}</ul></nav>${sections.join('')}
<section aria-labelledby="problems"><h2 id="problems">Problems</h2><table><thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Meaning</th></tr></thead><tbody>${codes.join('')}</tbody></table></section></main></body></html>`;
}

function renderRoute(route: Route): string {
  const { contract } = route;
  const marks = [
    contract.keyed ? 'Idempotency-Key' : '',
    contract.versioned ? 'If-Match' : '',
    contract.body ? 'body' : '',
  ].filter(Boolean);
  return `<article><h3><span class="m">${contract.method.toUpperCase()}</span> <code>/api${text(contract.path)}</code></h3><p>${text(contract.summary)}</p>
<p class="s">For: ${text(whoMay(route.access).join(', '))}${marks.length > 0 ? ` · takes ${marks.join(', ')}` : ''}</p><p class="s">May refuse: ${problemsOf(
    route,
  )
    .map((code) => `<code>${code}</code>`)
    .join(' ')}</p></article>`;
}

const text = (raw: string): string =>
  raw.replaceAll(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );

const style = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif;--soft:light-dark(#4f5652,#b0b7b2);--line:light-dark(#e5e3dc,#2a2f2c)}
body{margin:0;background:light-dark(#faf9f6,#121513);color:light-dark(#1b1f1d,#edefeb)}main{max-width:860px;margin:0 auto;padding:32px 20px}
h1{font-size:24px}h2{margin-top:40px;text-transform:capitalize}h3{font-size:15px;margin:20px 0 4px}article{border-top:1px solid var(--line)}
p{margin:4px 0}.s{color:var(--soft);font-size:13px}.m{font-weight:650}code{font:13px ui-monospace,monospace}a{color:light-dark(#0f6b5c,#63c8b2)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;padding:0;list-style:none}table{border-collapse:collapse}td,th{text-align:left;padding:4px 16px 4px 0}`;
