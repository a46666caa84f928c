// The `shopify` global, the bounce page's way back, and the look of what lies above the app.
(() => {
  const bridge = window.localAppBridge;
  const { ask, tell, idToken, saveBar, modal, script } = bridge;
  const query = new URLSearchParams(location.search);
  const toasts = new Map();
  let lastToast = 0;

  /** The admin's answer to how the app was opened stays for as long as the frame lives. */
  function opened(name, fallback) {
    const given = query.get(name);
    if (given !== null) window.sessionStorage.setItem(`local-admin-${name}`, given);
    return given ?? window.sessionStorage.getItem(`local-admin-${name}`) ?? fallback;
  }

  function showToast(message, { duration = 5000, isError = false, action, onAction, onDismiss } = {}) {
    lastToast += 1;
    const id = `toast-${lastToast}`;
    toasts.set(id, { onAction, onDismiss });
    tell('toast', { id, message, duration, isError, action: action ?? null });
    return id;
  }

  bridge.on('toast-action', (id) => toasts.get(id)?.onAction?.());
  bridge.on('toast-gone', (id) => {
    toasts.get(id)?.onDismiss?.();
    toasts.delete(id);
  });

  async function resourcePicker(options) {
    const picked = await ask('resource-picker', options);
    return picked === null ? undefined : Object.assign(picked, { selection: picked });
  }

  window.shopify = {
    config: {
      apiKey: script?.dataset.apiKey ?? '',
      host: opened('host', ''),
      locale: opened('locale', 'en'),
      shop: opened('shop', ''),
    },
    origin: location.origin,
    ready: Promise.resolve(),
    environment: { embedded: parent !== window, mobile: false, pos: false, intent: false },
    idToken,
    loading: (isLoading = true) => tell('loading', isLoading),
    toast: { show: showToast, hide: (id) => tell('hide-toast', id) },
    saveBar,
    modal,
    resourcePicker,
    app: { extensions: () => ask('extensions') },
    scopes: {
      query: () => ask('scopes-query'),
      request: (scopes) => ask('scopes-request', scopes),
      revoke: (scopes) => ask('scopes-revoke', scopes),
    },
    user: async () => ({ accountAccess: 'Administrator' }),
  };
  bridge.locale = () => window.shopify.config.locale;

  // The library's bounce page: come back to the same place with a fresh token.
  const target = query.get('shopify-reload');
  if (target) {
    idToken().then((token) => {
      const url = new URL(target, location.origin);
      url.searchParams.set('id_token', token);
      if (url.origin === location.origin) location.replace(url);
    });
  }

  // Not an element: React hydrates the whole document and refuses elements that it didn't write.
  const look = new window.CSSStyleSheet();
  look.replaceSync(`
    ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal { display: none }
    .local-admin-modal { width: min(38rem, 94vw); max-height: 90vh; padding: 0; border: 0; border-radius: 12px; box-shadow: 0 8px 40px #0006; color: #303030; font-family: Inter, system-ui, sans-serif; font-size: 13px; }
    .local-admin-modal[data-variant=small] { width: min(24rem, 94vw) }
    .local-admin-modal[data-variant=large] { width: min(61rem, 94vw) }
    .local-admin-modal[data-variant=max] { width: 98vw; height: 96vh }
    .local-admin-modal::backdrop { background: #0008 }
    .local-admin-modal header { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 8px 8px 8px 16px; background: #f3f3f3; position: sticky; top: 0; z-index: 1 }
    .local-admin-modal h2 { font-size: 14px; font-weight: 650; margin: 0 }
    .local-admin-modal header button { border: 0; background: none; font-size: 20px; line-height: 1; min-width: 36px; min-height: 36px; cursor: pointer; color: inherit }
    .local-admin-modal footer { display: flex; justify-content: flex-end; flex-wrap: wrap; gap: 8px; padding: 12px 16px; border-top: 1px solid #e3e3e3; background: #fff; position: sticky; bottom: 0 }
    .local-admin-modal footer:empty { display: none }
    .local-admin-modal footer button { font: inherit; font-weight: 550; min-height: 32px; padding: 4px 12px; border: 1px solid #b5b5b5; border-radius: 8px; background: #fff; color: inherit; cursor: pointer }
    .local-admin-modal footer .primary { background: #303030; border-color: #303030; color: #fff }
    .local-admin-modal footer .critical { background: #c70a24; border-color: #c70a24; color: #fff }
    .local-admin-modal footer button:disabled { opacity: .6; cursor: default }
    .local-admin-modal :focus-visible { outline: 2px solid #005bd3; outline-offset: 1px }
  `);
  document.adoptedStyleSheets.push(look);
})();
