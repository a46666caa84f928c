// Says in one line over the page what the cart's order brings, once the cart has changed: in a drawer, where no block of an
// app can stand, beside a notification, or by itself (decision 029). The words are those of the cart's page, which is asked
// for them then and never before. The line takes no room, no focus and no click, and goes by itself.

const CART = /\/cart\/(add|change|update|clear)(\.js|\?|$)/;
const SHOWN_MS = 8_000;

const line = document.querySelector('[data-sixth-line]');
/** How often the cart has changed: an answer to what was asked before is of no use. */
let turn = 0;
let timer;

function change() {
  turn++;
  clearTimeout(timer);
  line.hidePopover();
  timer = setTimeout(say, 50);
}

async function say() {
  const mine = turn;
  const html = await fetch(line.dataset.sixthLine).then((answer) => answer.text(), String);
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-sixth-line]');
  if (mine !== turn || !fresh?.textContent.trim()) return;
  // What lies outside an open dialog can't be heard while it is open.
  const place = [...document.querySelectorAll('dialog[open]')].pop() ?? document.body;
  if (line.parentElement !== place) place.append(line);
  line.replaceChildren();
  line.showPopover();
  // Words that come into what is there already are read out.
  setTimeout(() => line.replaceChildren(...fresh.children), 50);
  leave();
}

function leave() {
  timer = setTimeout(() => (line.matches(':hover, :focus-within') ? leave() : line.hidePopover()), SHOWN_MS);
}

for (const name of ['lines', 'discount']) {
  document.addEventListener(`shopify:cart:${name}-update`, ({ promise }) =>
    Promise.allSettled([promise]).then(change),
  );
}
new PerformanceObserver((list) => list.getEntries().some(({ name }) => CART.test(name)) && change()).observe({
  type: 'resource',
  buffered: true,
});
