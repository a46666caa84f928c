// Shopify's standard actions, as far as our blocks use them: the cart's codes are set, all of them at once, and the theme shows
// it without a reload. Only the way that is like Horizon has them; on the other an app has to do without.
import { sendToCart } from './sections.js';
import { tell } from './standard-events.js';

const codesOf = ({ discount_codes: codes }) => ({ discountCodes: codes });

async function getCart() {
  const response = await fetch('/cart.js');
  return { cart: codesOf(await response.json()), userErrors: [] };
}

/** A code that the shop refuses isn't applicable; a request that fails rejects. */
async function updateCart({ discountCodes }) {
  const place = document.querySelector('cart-items') ?? document.body;
  const body = new URLSearchParams({ discount: discountCodes.join(',') });
  const sent = sendToCart({ action: '/cart/update', body }, place.dataset.renders ?? '');
  const ended = sent.then(({ ok, answer }) => {
    if (ok) return { cart: codesOf(answer), userErrors: [] };
    throw new Error(answer.description);
  });
  tell('cart:discount-update', place, { action: 'update', context: 'cart' }, ended);
  return ended.catch((error) => {
    document.dispatchEvent(Object.assign(new window.CustomEvent('shopify:cart:error'), { error }));
    throw error;
  });
}

export function offerActions() {
  if (document.body.dataset.way !== 'horizon') return;
  const openCart = () => document.querySelector('cart-over-page')?.open();
  window.Shopify = { ...window.Shopify, actions: { getCart, updateCart, openCart } };
}
