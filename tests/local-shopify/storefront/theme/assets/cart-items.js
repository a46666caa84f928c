// The cart's lines and codes, on the cart page and in the drawer: each form is sent without leaving the page, one after
// another, so that the last answer is the cart's state.
import { cartRequest, sendToCart } from './sections.js';
import { cartEvent, tell } from './standard-events.js';

class CartItems extends HTMLElement {
  #sending = Promise.resolve();
  #emptyCart = null;

  connectedCallback() {
    this.#emptyCart = this.querySelector('[data-empty-cart]')?.content;
    this.addEventListener('change', (event) => {
      if (event.target.name === 'quantity' && event.target.checkValidity()) event.target.form.requestSubmit();
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send(event.target, event.submitter);
    });
  }

  /** As Horizon does it: a cart without lines is shown before the shop has answered, by what the page was loaded with. */
  #empty() {
    if (!this.#emptyCart || this.querySelectorAll('.cart-lines li').length > 1) return;
    this.replaceChildren(document.importNode(this.#emptyCart, true));
  }

  #send(form, submitter) {
    this.ariaBusy = 'true';
    const request = cartRequest(form, submitter);
    const sent = this.#sending.then(() => sendToCart(request, this.dataset.renders));
    tell(cartEvent(request), this, { action: 'update', context: 'cart' }, sent);
    if (submitter?.name === 'remove') this.#empty();
    this.#sending = sent
      // Without an answer, the form takes its own way.
      .catch(() => form.submit())
      .finally(() => (this.ariaBusy = 'false'));
  }
}

customElements.define('cart-items', CartItems);
