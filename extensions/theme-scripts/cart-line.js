// Says in one line over the page what the cart's order brings, once the cart has changed: in a drawer, where no block of an
// app can stand, beside a notification, or by itself (decision 029). The words are those of the cart's page, which is asked
// for them then and never before. The line takes no room, no focus and no click, lies where nothing is to be pressed, and goes by
// itself.

const CART = /\/cart\/(add|change|update|clear)(\.js|\?|$)/;
const SHOWN_MS = 8_000;
const PRESSED = 'a, button, input, select, label, summary';

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
  setTimeout(() => {
    line.replaceChildren(...fresh.children);
    settle();
  }, 50);
  leave();
}

/** Moves the line up to the first place where it covers nothing that can be pressed, else to the one with the most room. */
function settle() {
  line.style.translate = '';
  const { left, right, bottom, height } = line.getBoundingClientRect();
  let free = 0;
  let most = 0;
  let up = 0;
  for (let y = bottom; y > height && most <= height; y -= 8) {
    free += 8;
    for (let x = left; x < right; x += 16) {
      const under = document.elementsFromPoint(x, y).find((one) => !line.contains(one));
      if (under?.closest(PRESSED)) free = 0;
    }
    if (free > most) {
      most = free;
      up = y + free - bottom - 8;
    }
  }
  line.style.translate = `0 ${up}px`;
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
