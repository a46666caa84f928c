// The product: another variant puts its price and its button in, another product takes the place of this one, and adding
// to the cart shows what comes over the page.
import { rendered, sectionOf, startScripts } from './fragments.js';
import { cartRequest, sendToCart } from './sections.js';
import { tell } from './standard-events.js';

/** What a chosen variant changes of the product's markup. */
const PARTS = ['.price', '.buy .button'];

class ProductInfo extends HTMLElement {
  #loading = null;

  connectedCallback() {
    this.#takeOptions();
    this.addEventListener('change', ({ target }) => {
      if (target.matches('.variants input')) this.#choose(target.value);
    });
    this.addEventListener('click', (event) => {
      const sibling = event.target.closest('[data-sibling]');
      if (!sibling) return;
      event.preventDefault();
      this.#exchange(sibling.getAttribute('href'));
    });
    this.addEventListener('submit', (event) => {
      if (!event.target.matches('.buy')) return;
      event.preventDefault();
      this.#add(event.target, event.submitter);
    });
  }

  /** Where there are variants, the form's hidden field says which; without a script the radio buttons do. */
  #takeOptions() {
    const options = this.querySelectorAll('.variants input');
    if (options.length === 0) return;
    this.querySelector('input[type=hidden][name=id]').disabled = false;
    for (const option of options) option.name = `option-${this.dataset.section}`;
  }

  get #field() {
    return this.querySelector('.buy').elements.id;
  }

  get #product() {
    return { id: this.querySelector('[name=product-id]').value, title: this.dataset.title };
  }

  /** Whether the address of the page is this product's. */
  get #isPage() {
    return this.closest('dialog') === null;
  }

  /** Only the last choice is shown, however the answers come in. */
  #load(url) {
    this.#loading?.abort();
    this.#loading = new window.AbortController();
    this.ariaBusy = 'true';
    return rendered(url, this.#loading.signal);
  }

  async #choose(variantId) {
    const { url } = this.dataset;
    const loaded = this.#load(`${url}?section_id=${sectionOf(this)}&variant=${variantId}`);
    const variant = { id: `gid://shopify/ProductVariant/${variantId}` };
    const shown = loaded.then((fresh) => this.#show(fresh, variantId)).then(() => ({ variant }));
    tell('product:select', this, { product: this.#product }, shown);
    // Without an answer, the page itself shows the variant.
    await shown.catch((error) => {
      if (error.name !== 'AbortError') location.assign(`${url}?variant=${variantId}`);
    });
  }

  #show(fresh, variantId) {
    if (this.#isPage) history.replaceState({}, '', `${this.dataset.url}?variant=${variantId}`);
    this.#field.value = variantId;
    if (document.body.dataset.way === 'dawn') {
      this.#field.dispatchEvent(new window.Event('change', { bubbles: true }));
    }
    for (const part of PARTS) {
      const [present, coming] = [this.querySelector(part), fresh.querySelector(part)];
      present.innerHTML = coming.innerHTML;
      present.disabled = coming.disabled;
    }
    document.querySelector('body > [data-announcer]').textContent =
      fresh.querySelector('.price').dataset.announce;
    this.ariaBusy = 'false';
  }

  /** As Horizon does it, the whole page becomes the other product's; as Dawn does it, this element alone. */
  async #exchange(url) {
    const whole = document.body.dataset.way === 'horizon' && this.#isPage;
    const fresh = await this.#load(whole ? url : `${url}?section_id=${sectionOf(this)}`);
    if (this.#isPage) history.replaceState({}, '', url);
    if (whole) {
      const main = document.querySelector('main');
      main.innerHTML = fresh.querySelector('main').innerHTML;
      startScripts(main);
      return;
    }
    const coming = document.importNode(fresh.querySelector('product-info'), true);
    this.replaceWith(coming);
    startScripts(coming);
  }

  async #add(form, submitter) {
    const over = document.querySelector('cart-over-page');
    const sent = sendToCart(cartRequest(form, submitter), over?.dataset.renders ?? 'cart-icon-bubble');
    tell('cart:lines-update', this, { action: 'add', context: 'product' }, sent);
    const { ok, answer } = await sent;
    const refused = form.querySelector('.refused');
    refused.hidden = ok;
    refused.textContent = ok ? '' : answer.description;
    if (!ok) return;
    this.closest('dialog')?.close();
    over?.open();
  }
}

customElements.define('product-info', ProductInfo);
