/* Keeps the page as the sandbox is: what comes is put on top, what was missed is fetched anew. */
const inbox = document.getElementById('inbox');
const find = document.getElementById('find');
const said = document.getElementById('said');
const longest = 60;

function arrive(message) {
  document.body.dataset.last = message.id;
  if (document.getElementById(message.id)) return;
  const isText = message.channel === 'sms';
  const frame = isText ? document.getElementById(message.phone) : null;
  const list = isText ? frame?.querySelector('.bubbles') : document.getElementById('mails');
  if (list) put(list, message.item);
  else put(document.getElementById('phones'), message.frame);
  // the phone that rang comes first, unless somebody is reading it: moving it would lose the place
  if (frame && !frame.contains(document.activeElement)) frame.parentElement.prepend(frame);
  const count = inbox.querySelector(`[data-count="${message.channel}"]`);
  count.textContent = Number(count.textContent) + 1;
  said.textContent = isText ? `New text to ${message.to}` : `New mail to ${message.to}: ${message.subject ?? ''}`;
  filter();
}

function put(list, html) {
  list.insertAdjacentHTML('afterbegin', html);
  list.firstElementChild.classList.add('new');
  while (list.children.length > longest) list.lastElementChild.remove();
}

async function again() {
  const answer = await fetch('/');
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const open = new Set([...inbox.querySelectorAll('li:has(details[open])')].map((one) => one.id));
  const focused = document.activeElement?.closest('[id]')?.id;
  inbox.innerHTML = fresh.getElementById('inbox').innerHTML;
  for (const id of open) document.getElementById(id)?.querySelector('details').setAttribute('open', '');
  if (focused && inbox.contains(document.getElementById(focused)))
    document.getElementById(focused).querySelector('.screen, summary')?.focus();
  document.body.dataset.last = fresh.body.dataset.last;
  said.textContent = 'The inbox is up to date';
  filter();
}

function filter() {
  const words = find.value.trim().toLowerCase();
  const plain = words.replace(/\D/g, '');
  const matches = (element) => {
    const text = element.textContent.toLowerCase();
    return text.includes(words) || (plain.length > 2 && text.replace(/\D/g, '').includes(plain));
  };
  for (const phone of inbox.querySelectorAll('.phone')) {
    const whole = matches(phone.querySelector('header'));
    let any = whole;
    for (const item of phone.querySelectorAll('li')) {
      item.hidden = !whole && !matches(item);
      any ||= !item.hidden;
    }
    phone.hidden = !any;
  }
  for (const item of inbox.querySelectorAll('#mails > li')) item.hidden = !matches(item);
}

find.addEventListener('input', filter);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && document.activeElement === find) {
    find.value = '';
    filter();
  }
  if (event.key !== '/' || event.ctrlKey || event.metaKey || document.activeElement === find) return;
  event.preventDefault();
  find.focus();
});

const events = new EventSource('/events');
events.addEventListener('message', (event) => arrive(JSON.parse(event.data)));
events.addEventListener('again', () => void again());
events.addEventListener('hello', (event) => {
  if (JSON.parse(event.data).last !== document.body.dataset.last) void again();
});
