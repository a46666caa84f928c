// What a tap on a reward does, loaded with the first one: points are given for it at the app's server, its code is put on the
// cart, and the page shows it. A request has one key until it is answered, so that what is asked for twice is taken once.

/** A shopper waits no longer. */
const ANSWER_MS = 10_000;
/** What is only looked at holds nobody up for longer. */
const LOOK_MS = 2_000;
/** Until Shopify knows an amount, its code takes nothing off, or what it did before: it is put on again so many seconds later. */
const AGAIN = [1, 3];
/** What is known of rewards sooner than the shop's pages: by its id, with its amount, whether it is ready, and the words for it. */
const told = new Map();

let busy = false;
/** Ends all that a tap asks for. */
let signal;
/** Where nothing else shows what became of the cart. Until then nothing on the page moves. */
let reloads = false;
/** The codes that work on the cart, in capitals: its pages don't show the one for shipping. */
let onCart = [];
/** What the last tap was answered, and in which block: it is said again wherever the block is put in anew. */
let said = {};
/** What the items of a changed cart came to, once somebody was told. */
let toldOf;
/** A product was added for the tap: whatever else fails, it stays in the cart. */
let added;

/** @param tap the button or link, with what it is for: `reward`, `change`, `on`, `off` or `back` */
export default async function act(tap) {
  if (busy) return;
  const place = tap.closest('[data-src]');
  const { id } = place.closest('.sixth').parentElement;
  const say = (words) => correct((said = { id, ...words }));
  say({});
  if (tap.dataset.open) return open(tap).catch(() => say({ alert: place.dataset.failed }));
  busy = true;
  added = false;
  signal = AbortSignal.timeout(ANSWER_MS);
  place.ariaBusy = tap.ariaDisabled = 'true';
  const timer = tap.dataset.off ?? setTimeout(() => say({ status: place.dataset.preparing }), 1_500);
  const { voucher, ready, ...words } = await doneBy(tap, place).catch(() => ({
    alert: place.dataset.unknown,
  }));
  if (words.alert && added) {
    words.alert += place.dataset.stays;
    // The theme shows what was added with the codes.
    await setCodes(place.dataset.cart, (codes) => codes).catch(String);
  }
  clearTimeout(timer);
  place.ariaBusy = tap.ariaDisabled = 'false';
  busy = false;
  // A block tells an amount beside the id where any can be had.
  const amount = tap.dataset.minor && voucher ? `-${voucher.minor}` : '';
  if (voucher) told.set(voucher.id + amount, { ready, text: words.status || words.alert });
  // What went wrong stays to be read, and the cart is as it was.
  if (words.alert) reloads = false;
  say(words);
  // What the page goes by may follow a moment later, also where nobody answered.
  for (const seconds of [0, 1, 3]) {
    if ((reloads || seconds) && !words.alert && told.size === 0) break;
    await wait(seconds * 1_000);
    await refresh().catch(String);
    if (seconds === 0) focusNews();
  }
  if (reloads) location.reload();
}

/** What has a script of its own opens with it. */
async function open(tap) {
  const details = tap.parentElement;
  if (!details.open) (await import(tap.dataset.open)).default(details);
  details.open = !details.open;
}

async function doneBy(button, block) {
  const tap = button.dataset;
  const place = block.dataset;
  if (tap.add) {
    let alert;
    [added, alert] = await (await import(place.adds)).default(button, block, json, freshOf);
    if (alert) return { alert };
  }
  if (tap.on) return put(tap.on, place, {});
  if (tap.off && !tap.back) return take(tap.off, place);
  const { reward, change, shown, back } = tap;
  const cart = back ? undefined : await look(place);
  if (cart && !added && isOther(cart, place)) return { alert: place.changed };
  const minor = amountOf(tap, place, cart);
  const wanted = reward ? { reward, shown, minor } : { voucher: change ?? back, minor };
  const to = reward ? 'redeem' : change ? 'change-amount' : 'give-back';
  const answer = await ask(`${place.to}/${to}`, wanted, place.language);
  const { ok, message, voucher } = answer;
  if (!ok) return { alert: message };
  if (!back) {
    // Another amount of what was on the cart: the cart alone can't tell whether it is in use yet.
    const inUse = reward ? true : answer.told;
    return voucher.code
      ? put(voucher.code, place, { ...answer, inUse }, cart, minor && AGAIN)
      : { status: message, voucher, ready: voucher.state === 'held' };
  }
  if (tap.off) await take(tap.off, place).catch(String);
  return { status: message, voucher: { id: back }, ready: false };
}

const wait = (ms) => new Promise((wake) => setTimeout(wake, ms));

/** The cart as it is by now; one that can't be read keeps nobody from a reward. */
const look = ({ cart }) => Promise.race([json(`${cart}.js`), wait(LOOK_MS)]).catch(() => {});

/** Nothing is taken for other items than the page shows. Who was told of them, and taps again, means those of now. */
function isOther({ items_subtotal_price: total }, { sum }) {
  const isNews = sum !== '' && String(total) !== sum && total !== toldOf;
  if (isNews) toldOf = total;
  return isNews;
}

/** In the shop's money. How much of a cart in another currency may be paid, only the page's rate tells. */
function amountOf({ minor, share }, { digits }, cart) {
  const { rate } = window.Shopify?.currency ?? {};
  const whole =
    cart && rate && share ? Math.ceil((cart.items_subtotal_price * 10 ** digits) / 100 / rate) : 1 / 0;
  return minor && Math.min(minor, Math.floor((whole * share) / 100) || minor);
}

async function put(code, place, { message, voucher, inUse = true }, cart, again = []) {
  const known = { voucher, ready: true };
  try {
    const withIt = (others) => [...others.filter((other) => !same(other, code)), code];
    let isOn;
    for (const seconds of [0, ...again]) {
      await wait(seconds * 1_000);
      const codes = await setCodes(place.cart, withIt, seconds ? undefined : cart);
      isOn = codes.some((one) => same(one.code, code) && one.applicable);
      if (isOn && inUse) break;
    }
    const status = [message, place.nowOn].filter(Boolean).join(' ');
    return isOn ? { ...known, status } : { ...known, alert: place.notTaken };
  } catch {
    return { ...known, alert: voucher ? place.notOn : place.failed };
  }
}

async function take(code, place) {
  await setCodes(place.cart, (others) => others.filter((other) => !same(other, code)));
  return {};
}

const same = (one, other) => one.toUpperCase() === other.toUpperCase();

/** Shopify takes the whole list. @returns the codes of the cart then, each with whether it is applicable */
async function setCodes(cart, change, read) {
  const { discount_codes: present } = read ?? (await json(`${cart}.js`));
  const codes = await sendCodes(cart, change((present ?? []).map(({ code }) => code)));
  onCart = codes.flatMap(({ code, applicable }) => (applicable ? code.toUpperCase() : []));
  return codes;
}

async function sendCodes(cart, codes) {
  const { updateCart } = window.Shopify?.actions ?? {};
  // The theme shows it by itself.
  if (updateCart) return (await inTime(updateCart({ discountCodes: codes }))).cart.discountCodes;
  const anew = added || location.pathname === cart;
  if (anew) blocks().forEach(unfollow);
  const changed = await json(`${cart}/update.js`, { discount: codes.join() });
  reloads = anew;
  return changed.discount_codes;
}

const inTime = (promise) =>
  Promise.race([promise, new Promise((_, late) => signal.addEventListener('abort', late))]);

async function json(url, body) {
  const sent = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(url, { ...(body && sent), signal });
  if (!body?.requestKey && !response.ok) throw response;
  const answer = await response.json();
  if (response.status >= 500) throw response;
  return answer;
}

/** The key outlives the page, for an answer that never came. */
async function ask(url, wanted, language) {
  const name = `sixth ${url} ${Object.values(wanted)}`;
  const requestKey = (sessionStorage[name] ??= crypto.randomUUID());
  const answer = await json(url, { ...wanted, requestKey, language });
  delete sessionStorage[name];
  return answer;
}

const blocks = () => document.querySelectorAll('.sixth:has([data-src])');

/** What follows the cart leaves the block alone: it would grow on a page that is about to be loaded anew. */
function unfollow(block) {
  block.at ??= block.dataset.sixth;
  delete block.dataset.sixth;
}

/** What a block's section, or the page, is by now. */
async function freshOf(block) {
  const url = new URL(location);
  const section = block.at ?? block.dataset.sixth;
  if (section) url.searchParams.set('section_id', section.replace(' ', '__'));
  const html = await (await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) })).text();
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The blocks as the shop renders them by now. What stands in no section, as the launcher, is in the page whole. */
export async function refresh() {
  for (const old of blocks()) {
    const fresh = await freshOf(old);
    const next = fresh.getElementById(old.parentElement?.id)?.querySelector('.sixth');
    if (!next || busy) continue;
    if (reloads) next.querySelectorAll('[data-held]').forEach(believe);
    else old.replaceWith(next);
    // The launcher's button tells the balance, too.
    if (!(old.at ?? old.dataset.sixth))
      document.querySelector('.sixth-pill').replaceChildren(...fresh.querySelector('.sixth-pill').children);
  }
}

const placeOf = ({ id }) => document.getElementById(id)?.querySelector('[data-src]');

/** Whoever has gone on to something else stays there. */
function focusNews() {
  const place = placeOf(said);
  const at = document.activeElement;
  if (!place?.contains(at) && at.matches('a, button, input, select, summary, textarea')) return;
  place?.querySelector('[tabindex], button')?.focus();
}

/** What a block knows by itself nobody needs to tell. */
function believe({ dataset }) {
  const held = dataset.held.split(' ');
  for (const [id, { ready }] of told) if (held.includes(id) === ready) told.delete(id);
}

/** A block that is older than what we know says what we know, in the room that it has. */
function correct() {
  for (const place of document.querySelectorAll('[data-held]')) {
    believe(place);
    for (const { text } of told.values()) {
      if (place.textContent === text) continue;
      const line = document.createElement('p');
      line.textContent = text;
      place.style.minBlockSize = `${place.offsetHeight}px`;
      place.replaceChildren(line);
    }
  }
  for (const off of document.querySelectorAll('[data-on] + [data-off]')) {
    const isOn = onCart.includes(off.dataset.off.toUpperCase());
    off.style.display = isOn ? '' : 'none';
    off.previousElementSibling.style.display = isOn ? 'none' : '';
  }
  const place = placeOf(said);
  for (const role of ['status', 'alert']) {
    const line = place?.querySelector(`[role=${role}]`);
    // What the block says by itself needs no second word, once it is so.
    const isTold = !busy && role === 'status' && place?.querySelector('.sixth-done');
    const text = (!isTold && said[role]) || '';
    if (line && line.textContent !== text) line.textContent = text;
  }
}

new MutationObserver(correct).observe(document, { subtree: true, childList: true });
