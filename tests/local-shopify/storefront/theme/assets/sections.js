// Puts sections that the shop has rendered again into the page, and leaves everything else as it is.

/** Where focus was, by id, comes back to the element that took its place. */
function keepingFocus(root, change) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  change();
  if (!focused || document.contains(focused)) return;
  const successor = focused.id === '' ? null : document.getElementById(focused.id);
  (successor ?? root.querySelector('[tabindex="-1"]'))?.focus();
}

/** @param html of a whole section, as the shop answers it */
export function replaceSection(id, html) {
  const fresh = new window.DOMParser().parseFromString(html, 'text/html');
  const selector = `[data-section="${id}"]`;
  const [present, coming] = [document.querySelector(selector), fresh.querySelector(selector)];
  if (!present || !coming) return;
  keepingFocus(present, () => (present.innerHTML = coming.innerHTML));
  announce(present);
}

/** Says what has changed to those who don't see it. */
function announce(section) {
  const text = section.querySelector('[data-announce]')?.dataset.announce;
  if (text === undefined) return;
  const announcers = [...document.querySelectorAll('[data-announcer]')];
  const heard = announcers.find((one) => one.closest('dialog[open]')) ?? announcers.at(-1);
  if (heard) heard.textContent = text;
}

/** What a form would send now, for `sendToCart` to send when its turn comes. */
export function cartRequest(form, submitter) {
  return { action: form.getAttribute('action'), body: new URLSearchParams(new FormData(form, submitter)) };
}

/** Sends one of the cart's forms to the Ajax API, and puts the sections in that it answers. */
export async function sendToCart({ action, body }, sections) {
  body.set('sections', sections);
  body.set('sections_url', location.pathname + location.search);
  const response = await fetch(`${action}.js`, { method: 'POST', body });
  const answer = await response.json();
  for (const [id, html] of Object.entries(answer.sections ?? {})) if (html !== null) replaceSection(id, html);
  return { ok: response.ok, answer };
}
