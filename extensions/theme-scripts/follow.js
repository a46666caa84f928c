// Keeps the numbers of a cart or a variant true on pages that change without a reload, for most themes don't render our
// blocks again (decision 028). A block says in `data-sixth` in which section it stands, in `data-sixth-url` and
// `data-sixth-variant` whose number it shows, in `data-sixth-named` that its sentences name the product. It is loaded as a
// module, so it runs once however often a theme puts a block in; whatever comes later is found by looking at the page.

const FIELD = '[action*="/cart/add"] [name=id]';
const CART = /\/cart\/(add|change|update|clear)\b/;

const all = () => document.querySelectorAll('[data-sixth]');

/** How often the cart has changed: for a block of the cart what a variant is for a product's. */
let carts = 1;
/** Of what was wanted of the shop last: an answer to what was asked before is of no use. */
let timer;
/** A change of the cart that was told of and hasn't ended: until then the shop has nothing new to say, if it ends. */
let running;

/** What has ceased to be so is out of sight at once, and its place stays; a sentence that names its product stays true. */
function want(block, now) {
  block.wanted = now;
  // What is out of sight loses its focus.
  block.had ||= block.contains(document.activeElement);
  if (!block.dataset.sixthNamed) block.style.visibility = 'hidden';
  clearTimeout(timer);
  timer = setTimeout(ask, running && now === carts ? 4_000 : 20);
}

/** What is chosen stands in the form that is nearest to the block: every theme has one, with this very field. */
function look() {
  for (const block of all()) {
    const place = block.parentElement;
    const now = block.dataset.sixthUrl
      ? block.closest(`:has(${FIELD})`)?.querySelector(FIELD).form?.elements.id.value
      : carts;
    // A block of the cart that a theme puts in may be as old as the page: Horizon keeps one for the emptied cart.
    place.sixth ||= block.dataset.sixthUrl ? now : 1;
    if (now && now !== place.sixth) want(block, (place.sixth = now));
  }
}

/** A block's page is its own; where a product has taken another's place, that of the address, or one that another knows. */
function ask() {
  const mine = timer;
  const answers = {};
  all().forEach(async (block) => {
    const wanted = block.wanted;
    for (const one of wanted ? [block, 0, ...all()] : []) {
      const url = new URL(one.dataset?.sixthUrl ?? location, location);
      // Dawn's quick view renames the section in all that it shows, and doesn't find the name with a blank in it.
      url.searchParams.set('section_id', block.dataset.sixth.replace(' ', '__'));
      if (block.dataset.sixthUrl) url.searchParams.set('variant', wanted);
      answers[url] ??= fetch(url).then((answer) => answer.text(), String);
      const fresh = new DOMParser().parseFromString(await answers[url], 'text/html');
      if (mine !== timer) return;
      const next = fresh.getElementById(block.parentElement?.id)?.querySelector('[data-sixth]');
      // A block of the cart is of no variant.
      if (next && (next.dataset.sixthVariant ?? wanted) === wanted) {
        block.replaceWith(next);
        if (block.had && document.activeElement === document.body) next.querySelector('a')?.focus();
        return;
      }
    }
  });
}

const cart = () => look((running = 0), carts++);

/** Shopify's standard events come when a change begins, with a promise of its end. */
const after = (name, act) =>
  document.addEventListener(name, ({ promise }) => Promise.allSettled([(running = promise)]).then(act));
after('shopify:cart:lines-update', cart);
after('shopify:cart:discount-update', cart);
after('change', look);
document.addEventListener('shopify:product:select', ({ product, promise }) =>
  promise?.then(({ variant }) => {
    for (const block of all())
      if (variant && block.dataset.sixthUrl?.endsWith(`/${product?.handle}`))
        // A bare number, or the end of a global id.
        want(block, /\d+$/.exec(variant.id)[0]);
  }, look),
);
// Out of the browser's memory, with the cart of then.
addEventListener('pageshow', (event) => event.persisted && cart());
new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['value'] });
new PerformanceObserver((list) => list.getEntries().some((entry) => CART.test(entry.name)) && cart()).observe(
  {
    type: 'resource',
    buffered: true,
  },
);
look();
