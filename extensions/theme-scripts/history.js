// The member's own history in the launcher's panel, asked for once it is opened and never before: what moved points and stamps, on
// which day and why, in the app's words. The newest comes first, the next part with a tap.

/** @param details the part of the panel, which bears the few words that the app doesn't say */
export default async function show(details) {
  if (!details.querySelector('ol')) await load(details, {});
}

async function load(details, { before }) {
  const { to, language, failed, more } = details.dataset;
  const place = details.lastElementChild;
  place.ariaBusy = 'true';
  const {
    message = failed,
    entries = [],
    next,
  } = await ask(`${to}/history`, { language, before }).catch(() => ({}));
  place.ariaBusy = 'false';
  place.querySelector('[role=status]').textContent = message;
  if (!entries.length) return;
  const list = place.querySelector('ol') ?? place.appendChild(made('ol', 'sixth-history'));
  const rows = entries.map(rowOf);
  list.append(...rows);
  place.querySelector(':scope > button')?.remove();
  if (before) rows[0].focus();
  if (!next) return;
  const button = made('button', 'sixth-link', more);
  button.type = 'button';
  button.onclick = () => place.ariaBusy === 'false' && load(details, { before: next });
  place.append(button);
}

/** What answers in another way than the app does is a failure. */
async function ask(url, wanted) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.status >= 500) throw answer;
  return answer.json();
}

function rowOf({ what, moved, day, why }) {
  const row = made('li');
  row.tabIndex = -1;
  row.append(made('p', '', what), made('p', 'sixth-moved', moved));
  row.append(made('p', 'sixth-quiet', [day, ...why].join(' · ')));
  return row;
}

function made(tag, className = '', textContent = '') {
  return Object.assign(document.createElement(tag), { className, textContent });
}
