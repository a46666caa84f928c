// The cart's lines and codes, on the cart page and in the drawer: each form is sent without leaving the page, one after
// another, so that the last answer is the cart's state.
import { cartRequest, sendToCart } from './sections.js';
import { cartEvent, tell } from './standard-events.js';

class CartItems extends HTMLElement {
  #sending = Promise.resolve();

  connectedCallback() {
    this.addEventListener('change', (event) => {
      if (event.target.name === 'quantity' && event.target.checkValidity()) event.target.form.requestSubmit();
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send(event.target, event.submitter);
    });
  }

  #send(form, submitter) {
    this.ariaBusy = 'true';
    const request = cartRequest(form, submitter);
    const sent = this.#sending.then(() => sendToCart(request, this.dataset.renders));
    tell(cartEvent(request), this, { action: 'update', context: 'cart' }, sent);
    this.#sending = sent
      // Without an answer, the form takes its own way.
      .catch(() => form.submit())
      .finally(() => (this.ariaBusy = 'false'));
  }
}

customElements.define('cart-items', CartItems);
