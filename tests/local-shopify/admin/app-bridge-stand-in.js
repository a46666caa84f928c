// Stands in for Shopify's App Bridge where its address can't be reached: `shopify.config`, `shopify.idToken()`, which
// asks the admin around the frame, and `fetch` with a session token for the app's own addresses.
(() => {
  const script = document.currentScript;
  const query = new URLSearchParams(location.search);
  const waiting = new Map();
  let lastRequest = 0;

  addEventListener('message', (event) => {
    if (event.source !== parent || event.data?.type !== 'local-admin:id-token') return;
    waiting.get(event.data.request)?.(event.data.token);
    waiting.delete(event.data.request);
  });

  function idToken() {
    if (parent === window) return Promise.reject(new Error('The app is not open in an admin.'));
    return new Promise((resolve) => {
      lastRequest += 1;
      waiting.set(lastRequest, resolve);
      parent.postMessage({ type: 'local-admin:ask-id-token', request: lastRequest }, '*');
    });
  }

  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const ours = new URL(request.url).origin === location.origin;
    if (ours && !request.headers.has('Authorization')) {
      request.headers.set('Authorization', `Bearer ${await idToken()}`);
      request.headers.set('X-Requested-With', 'XMLHttpRequest');
    }
    return plainFetch(request);
  };

  window.shopify = {
    config: {
      apiKey: script?.dataset.apiKey ?? '',
      host: query.get('host') ?? '',
      locale: query.get('locale') ?? 'en',
      shop: query.get('shop') ?? '',
    },
    environment: { embedded: parent !== window, mobile: false, pos: false },
    idToken,
    loading: () => undefined,
    toast: { show: (message) => parent.postMessage({ type: 'local-admin:toast', message }, '*'), hide() {} },
    saveBar: {
      show: async () => undefined,
      hide: async () => undefined,
      leaveConfirmation: async () => undefined,
    },
    modal: { show: async () => undefined, hide: async () => undefined },
    app: { extensions: async () => [] },
  };

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
  const hidden = new window.CSSStyleSheet();
  hidden.replaceSync('ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal { display: none }');
  document.adoptedStyleSheets.push(hidden);
})();
