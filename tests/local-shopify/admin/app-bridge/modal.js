// `ui-modal` and `shopify.modal`. Shopify shows a modal above its own admin; here it lies above the app's frame.
(() => {
  const bridge = window.localAppBridge;
  const { watch, describe, pressable } = bridge;

  class Modal extends window.HTMLElement {
    constructor() {
      super();
      this.dialog = document.createElement('dialog');
      this.dialog.className = 'local-admin-modal';
      this.head = document.createElement('header');
      this.content = document.createElement('div');
      this.foot = document.createElement('footer');
      this.dialog.append(this.head, this.content, this.foot);
      this.dialog.addEventListener('close', () => this.closed());
    }
    connectedCallback() {
      this.stop = watch(this, () => this.drawBars());
    }
    disconnectedCallback() {
      this.stop();
      this.dialog.remove();
    }
    get bar() {
      return this.querySelector('ui-title-bar');
    }
    drawBars() {
      const title = document.createElement('h2');
      title.textContent = this.bar?.getAttribute('title') ?? '';
      title.id = `${this.id || 'modal'}-title`;
      this.dialog.setAttribute('aria-labelledby', title.id);
      const close = this.button({ label: '×' }, () => this.dialog.close());
      close.setAttribute('aria-label', bridge.locale().startsWith('fr') ? 'Fermer' : 'Close');
      this.head.replaceChildren(title, close);
      const actions = this.bar ? pressable(this.bar) : [];
      this.foot.replaceChildren(
        ...actions.map((action) => this.button(describe(action), () => action.click())).reverse(),
      );
    }
    button({ label, primary, critical, disabled, loading }, pressed) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.className = [primary && 'primary', critical && 'critical'].filter(Boolean).join(' ');
      button.disabled = Boolean(disabled || loading);
      button.addEventListener('click', pressed);
      return button;
    }
    async show() {
      if (this.dialog.open) return;
      this.dialog.dataset.variant = this.getAttribute('variant') ?? 'base';
      document.body.append(this.dialog);
      this.drawBars();
      this.dialog.showModal();
      this.dispatchEvent(new window.Event('show'));
    }
    async hide() {
      if (this.dialog.open) this.dialog.close();
    }
    async toggle() {
      return this.dialog.open ? this.hide() : this.show();
    }
    closed() {
      this.dialog.remove();
      this.dispatchEvent(new window.Event('hide'));
    }
  }

  customElements.define('ui-modal', Modal);
  const byId = (id) => document.getElementById(id);
  bridge.modal = {
    show: async (id) => byId(id)?.show(),
    hide: async (id) => byId(id)?.hide(),
    toggle: async (id) => byId(id)?.toggle(),
  };
})();
