// The drawer: opened by the header's link and after adding, closed by its button, Escape or a click beside it.
class CartDrawer extends HTMLElement {
  connectedCallback() {
    const dialog = this.querySelector('dialog');
    this.addEventListener('click', (event) => {
      if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
    });
    document.addEventListener('click', (event) => {
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!plain || !event.target.closest('[data-cart-link]')) return;
      event.preventDefault();
      this.open();
    });
  }

  open() {
    const dialog = this.querySelector('dialog');
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('#drawer-title').focus();
  }
}

customElements.define('cart-drawer', CartDrawer);
