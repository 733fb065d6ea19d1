import { createHash } from 'node:crypto';
import { escaped, linked } from '../../integrations/email/linked-text';
import { brandIcon, mailIcon, phoneIcon, simulationIcon, twiceIcon } from './icons';
import type { Doubled } from './mailbox';
import type { Message } from './message';

const elsewhere = ' target="_blank" rel="noopener noreferrer"';
const shownPhones = 24;
const shownTexts = 30;
const shownMails = 100;

/** The whole page: phones with their texts and the mailbox, newest first. */
export function inboxPage(messages: readonly Message[], doubled: readonly Doubled[]): string {
  const newest = messages.toReversed();
  const texts = newest.filter((one) => one.channel === 'sms');
  const mails = newest.filter((one) => one.channel === 'email');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Message sandbox · Kept</title>
<link rel="stylesheet" href="/tokens.css">
<link rel="stylesheet" href="/inbox.css">
<script src="/inbox.js" defer></script>
</head>
<body data-last="${newest[0]?.id ?? ''}">
<a class="skip" href="#inbox">Skip to the messages</a>
<header class="bar">
<span class="brand">${brandIcon}Kept</span>
<h1>Message sandbox</h1>
<input id="find" type="search" placeholder="Find a number, an address or words" aria-label="Find a number, an address or words" autocomplete="off">
</header>
<aside class="notice" aria-label="What this page is">${simulationIcon}<span><b>A simulation.</b> These are the texts and mails that Kept would have sent. Nothing leaves this machine, and nobody got them.</span></aside>
<p id="said" class="unseen" role="status"></p>
<main id="inbox" tabindex="-1">${inbox(texts, mails, doubled)}</main>
</body>
</html>`;
}

function inbox(texts: readonly Message[], mails: readonly Message[], doubled: readonly Doubled[]): string {
  const phones = Map.groupBy(texts, (one) => one.to);
  const frames = [...phones].slice(0, shownPhones).map(([to, got]) => phone(to, got));
  return `${warning(doubled)}
<section aria-labelledby="texts-title">
<h2 id="texts-title">Texts <span class="count" data-count="sms">${texts.length}</span></h2>
<div id="phones" class="phones">${frames.join('')}</div>
<p class="empty">No text yet. When Kept texts someone, their phone appears here.</p>
</section>
<section aria-labelledby="mail-title">
<h2 id="mail-title">Mail <span class="count" data-count="email">${mails.length}</span></h2>
<ol id="mails" class="mails">${mails
    .slice(0, shownMails)
    .map((one, index) => mail(one, index === 0))
    .join('')}</ol>
<p class="empty">No mail yet. When Kept writes to someone, it appears here.</p>
</section>`;
}

function warning(doubled: readonly Doubled[]): string {
  if (doubled.length === 0) return '';
  const what = doubled.length === 1 ? 'One message' : `${doubled.length} messages`;
  return `<p class="warning">${twiceIcon}<span><b>${what} arrived more than once</b> with the same words.</span></p>`;
}

/** A phone and what it got, newest first. */
export function phone(to: string, texts: readonly Message[]): string {
  const id = anchor(to);
  return `<article class="phone" id="${id}" aria-labelledby="${id}-to">
<header>${phoneIcon}<h3 id="${id}-to" class="num">${escaped(readable(to))}</h3></header>
<div class="screen" tabindex="0" role="group" aria-label="Texts on ${escaped(readable(to))}, newest first">
<ol class="bubbles">${texts.slice(0, shownTexts).map(bubble).join('')}</ol>
</div>
</article>`;
}

export function bubble(text: Message): string {
  return `<li id="${text.id}"><p class="bubble">${linked(text.body, elsewhere)}</p>${time(text.at)}</li>`;
}

export function mail(one: Message, open: boolean): string {
  const subject = one.subject ?? '(no subject)';
  return `<li id="${one.id}" class="card"><details${open ? ' open' : ''}>
<summary>${mailIcon}<span class="head"><b class="subject">${escaped(subject)}</b><span class="to">${escaped(one.to)}</span></span>${time(one.at)}</summary>
<div class="letter">${linked(one.body, elsewhere)}</div>
</details></li>`;
}

/** An id for the page that does not hold the number. */
export const anchor = (to: string): string => `p-${createHash('sha256').update(to).digest('hex').slice(0, 12)}`;

/** North American numbers as people there write them. */
function readable(to: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(to) ?? [];
  return area ? `(${area}) ${exchange}-${line}` : to;
}

/** As the clock of this machine shows it: whoever reads the page sits at it. */
function time(at: number): string {
  const date = new Date(at);
  const day = date.toLocaleDateString('en-US', { weekday: 'short', month: 'short', day: 'numeric' });
  const clock = date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
  return `<time datetime="${date.toISOString()}">${day} · ${clock}</time>`;
}
