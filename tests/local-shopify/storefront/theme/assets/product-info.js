// The product's section: another variant renders it again, and adding to the cart opens the drawer.
import { cartRequest, replaceSection, sendToCart } from './sections.js';

class ProductInfo extends HTMLElement {
  #loading = null;

  connectedCallback() {
    this.addEventListener('change', (event) => {
      if (event.target.matches('input[type="radio"][name="id"]')) this.#choose(event.target.value);
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#add(event.target, event.submitter);
    });
  }

  /** Only the last choice is shown, however the answers come in. */
  async #choose(variantId) {
    this.#loading?.abort();
    const loading = new window.AbortController();
    this.#loading = loading;
    this.ariaBusy = 'true';
    const quantity = this.querySelector('input[name="quantity"]')?.value;
    const { url, section } = this.dataset;
    try {
      const query = `section_id=${encodeURIComponent(section)}&variant=${encodeURIComponent(variantId)}`;
      const response = await fetch(`${url}?${query}`, { signal: loading.signal });
      if (!response.ok) throw new Error(`The shop answered ${response.status}.`);
      replaceSection(section, await response.text());
      history.replaceState({}, '', `${url}?variant=${variantId}`);
      const field = this.querySelector('input[name="quantity"]');
      if (field && quantity) field.value = quantity;
      this.ariaBusy = 'false';
    } catch (error) {
      // Without an answer, the page itself shows the variant.
      if (error.name !== 'AbortError') location.assign(`${url}?variant=${variantId}`);
    }
  }

  async #add(form, submitter) {
    const { ok, answer } = await sendToCart(cartRequest(form, submitter), 'cart-drawer,cart-icon-bubble');
    const refused = form.querySelector('.refused');
    refused.hidden = ok;
    refused.textContent = ok ? '' : answer.description;
    if (ok) document.querySelector('cart-drawer')?.open();
  }
}

customElements.define('product-info', ProductInfo);
