// Puts a free product into the cart, loaded with the first tap on one: before anything is taken for it, so that what is sold out
// costs nothing, and the page says once more whether it is free in that cart.

/**
 * @param tap its link, with the variants that may be added
 * @returns 1 where it is in the cart, else 0, and words where it goes no further
 */
export default async function add(tap, place, json, freshOf) {
  const { add: may, reward } = tap.dataset;
  const { cart, soldOut, another, failed } = place.dataset;
  const ids = may.split(' ');
  // On its own page the variant that is chosen there.
  const field = document.querySelector('main [action*="/cart/add"] [name=id]');
  const id = ids[1] ? field?.form.elements.id.value : may;
  if (!ids.includes(id)) return [0, another];
  const { items } = await json(`${cart}.js`);
  try {
    // What was added by a tap whose answer was lost isn't added again.
    if (!items.some((item) => ids.includes(`${item.id}`)))
      await json(`${cart}/add.js`, { items: [{ id, quantity: 1 }] });
  } catch (response) {
    // Gone, or sold out. Too many questions are another matter.
    if (!/4[02][24]/.test(response.status)) throw response;
    return [0, tap.closest('details') ? soldOut + another : soldOut];
  }
  const fresh = reward && (await freshOf(place.closest('.sixth')));
  // What is to be added is a link, what can be used a button.
  if (!fresh || fresh.querySelector(`button[data-reward="${reward}"]`)) return [1];
  return [1, fresh.querySelector(`[data-why="${reward}"]`)?.textContent ?? failed];
}
