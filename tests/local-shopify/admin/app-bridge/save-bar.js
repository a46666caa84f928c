// `ui-save-bar` and `shopify.saveBar`: the admin shows the bar in place of its search, and asks before it is left.
(() => {
  const bridge = window.localAppBridge;
  const { watch, describe } = bridge;
  const byId = (id) => document.getElementById(id);

  class SaveBar extends window.HTMLElement {
    showing = false;

    connectedCallback() {
      this.stop = watch(this, () => this.tell());
    }
    disconnectedCallback() {
      this.stop();
      void this.hide();
    }
    get save() {
      return this.querySelector('button[variant=primary]');
    }
    get discard() {
      return this.querySelector('button:not([variant=primary])');
    }
    get discardConfirmation() {
      return this.hasAttribute('discardconfirmation');
    }
    tell() {
      if (!this.showing) return;
      const [save, discard] = [this.save, this.discard].map((button) => button && describe(button));
      bridge.tell('save-bar', { save, discard, confirm: this.discardConfirmation });
    }
    async show() {
      if (this.showing) return;
      this.showing = true;
      this.tell();
      this.dispatchEvent(new window.Event('show'));
    }
    async hide() {
      if (!this.showing) return;
      this.showing = false;
      bridge.tell('save-bar', null);
      this.dispatchEvent(new window.Event('hide'));
    }
    async toggle() {
      return this.showing ? this.hide() : this.show();
    }
  }

  customElements.define('ui-save-bar', SaveBar);

  const shown = () => [...document.querySelectorAll('ui-save-bar')].find((bar) => bar.showing);
  bridge.on('press-save', () => shown()?.save?.click());
  bridge.on('press-discard', () => shown()?.discard?.click());
  bridge.on('leave', () => shown()?.hide());

  bridge.saveBar = {
    show: async (id) => byId(id)?.show(),
    hide: async (id) => byId(id)?.hide(),
    toggle: async (id) => byId(id)?.toggle(),
    /** Resolves when the merchant wants to leave, or there is nothing to lose; stays open otherwise. */
    leaveConfirmation: async () => {
      if (!shown()) return;
      const leaves = await bridge.ask('confirm-leave');
      if (!leaves) await new Promise(() => undefined);
      await shown()?.hide();
    },
  };
})();
