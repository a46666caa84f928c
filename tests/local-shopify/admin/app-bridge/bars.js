// `ui-nav-menu` and `ui-title-bar`: what they hold is told to the admin, which shows it; a press there is one here.
(() => {
  const bridge = window.localAppBridge;

  /** Calls back whenever something inside an element changes, at most once a frame. */
  function watch(element, changed) {
    let planned = false;
    const later = () => {
      if (planned) return;
      planned = true;
      queueMicrotask(() => {
        planned = false;
        changed();
      });
    };
    const observer = new window.MutationObserver(later);
    observer.observe(element, { attributes: true, childList: true, subtree: true, characterData: true });
    later();
    return () => observer.disconnect();
  }

  function describe(element) {
    return {
      label: element.textContent.trim(),
      primary: element.getAttribute('variant') === 'primary',
      breadcrumb: element.getAttribute('variant') === 'breadcrumb',
      critical: element.getAttribute('tone') === 'critical',
      disabled: element.hasAttribute('disabled'),
      loading: element.hasAttribute('loading') && element.getAttribute('loading') !== 'false',
    };
  }

  const pressable = (bar) => [...bar.querySelectorAll('button, a')];

  class NavMenu extends window.HTMLElement {
    connectedCallback() {
      this.stop = watch(this, () => {
        const links = [...this.querySelectorAll('a')];
        bridge.tell(
          'nav-menu',
          links.map((link) => ({
            label: link.textContent.trim(),
            path: new URL(link.href, location.href).pathname,
            home: link.rel === 'home',
          })),
        );
      });
    }
    disconnectedCallback() {
      this.stop();
    }
  }

  class TitleBar extends window.HTMLElement {
    connectedCallback() {
      // One in a modal is the modal's head and foot.
      if (this.closest('ui-modal')) return;
      const tell = () =>
        bridge.tell('title-bar', {
          title: this.getAttribute('title') ?? '',
          actions: pressable(this).map(describe),
        });
      this.stop = watch(this, tell);
    }
    disconnectedCallback() {
      this.stop?.();
      if (!document.querySelector('ui-title-bar')) bridge.tell('title-bar', null);
    }
  }

  customElements.define('ui-nav-menu', NavMenu);
  customElements.define('ui-title-bar', TitleBar);

  bridge.on('press-action', (index) =>
    pressable(document.querySelector('body ui-title-bar:not(ui-modal *)'))[index]?.click(),
  );
  // As App Bridge says it: the app's router takes the event's link.
  bridge.on('navigate', (path) => {
    const links = [...document.querySelectorAll('ui-nav-menu a')];
    const link = links.find((one) => new URL(one.href, location.href).pathname === path);
    link?.dispatchEvent(new window.Event('shopify:navigate', { bubbles: true }));
  });
  Object.assign(bridge, { watch, describe, pressable });
})();
