// Shopify's standard events, as Horizon sends them and Dawn doesn't: when a change begins, with a promise of its end.

const sends = () => document.body.dataset.way === 'horizon';

/** @param ended a promise, which rejects where the change failed */
export function tell(name, target, details, ended) {
  if (!sends()) return;
  const event = new window.CustomEvent(`shopify:${name}`, { bubbles: true });
  // Nobody has to listen, so a refusal that nobody hears is none.
  ended.catch(() => null);
  target.dispatchEvent(Object.assign(event, details, { promise: ended }));
}

/** Which event a form of the cart is told by. */
export function cartEvent({ body }) {
  return body.has('discount') ? 'cart:discount-update' : 'cart:lines-update';
}
