// The cart's drawer, or the notification that something was added: opened after adding, the drawer by the header's link
// too; closed by its button, Escape or a click beside it.
class CartOverPage extends HTMLElement {
  connectedCallback() {
    const dialog = this.querySelector('dialog');
    this.addEventListener('click', (event) => {
      if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
    });
    document.addEventListener('click', (event) => {
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!plain || !event.target.closest('[data-cart-link]') || !this.querySelector('cart-items')) return;
      event.preventDefault();
      this.open();
    });
  }

  open() {
    const dialog = this.querySelector('dialog');
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('h2').focus();
  }
}

customElements.define('cart-over-page', CartOverPage);
