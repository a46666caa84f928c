// App Bridge's scopes: what the merchant grants, and the question for more.
import { onAsked, readJson } from './channel.js';
import { askInDialog, el } from './dom.js';
import { texts } from './texts.js';

const PATH = '/_local/scopes';

const change = (method, scopes) =>
  readJson(PATH, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scopes }),
  });

onAsked('scopes-query', () => readJson(PATH));
onAsked('scopes-revoke', async (scopes) => ({ detail: await change('DELETE', scopes) }));
onAsked('scopes-request', async (scopes) => {
  const { granted, optional } = await readJson(PATH);
  if (!scopes.every((scope) => optional.includes(scope)))
    throw new Error('Only optional scopes can be asked for');
  const missing = scopes.filter((scope) => !granted.includes(scope));
  if (missing.length > 0 && !(await ask(missing))) {
    return { result: 'declined-all', detail: await readJson(PATH) };
  }
  return { result: 'granted-all', detail: await change('POST', scopes) };
});

/** True only where the merchant says so. */
function ask(scopes) {
  return askInDialog({ label: texts.grantTitle }, (close) => [
    el('h2', {}, texts.grantTitle),
    el('ul', {}, ...scopes.map((scope) => el('li', {}, texts.scopes[scope] ?? scope))),
    el(
      'footer',
      {},
      el('button', { type: 'button', onclick: () => close(false) }, texts.cancel),
      el('button', { type: 'button', class: 'primary', onclick: () => close(true) }, texts.grant),
    ),
  ]);
}
