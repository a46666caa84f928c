// Where the app is and where it leads: the admin's address follows the app's, and links into Shopify's admin,
// `shopify://admin/…` or the shop's own, open the local one.
(() => {
  const bridge = window.localAppBridge;
  /** What the admin itself put into the address. */
  const OPENING = ['embedded', 'hmac', 'host', 'id_token', 'locale', 'session', 'shop', 'timestamp'];

  function here() {
    const url = new URL(location.href);
    for (const name of OPENING) url.searchParams.delete(name);
    bridge.tell('place', url.pathname + url.search);
  }

  for (const method of ['pushState', 'replaceState']) {
    const plain = history[method].bind(history);
    history[method] = (...args) => {
      plain(...args);
      here();
    };
  }
  addEventListener('popstate', here);
  here();

  /** The path in the admin, or null for an address that isn't the admin's. */
  function adminPath(address) {
    const own = /^(?:shopify:\/*admin|https:\/\/[\w.-]+\.myshopify\.com\/admin)(\/.*)?$/.exec(address);
    return own ? (own[1] ?? '/') : null;
  }

  const plainOpen = window.open.bind(window);
  window.open = (address, target, features) => {
    const path = adminPath(String(address ?? ''));
    if (path === null) return plainOpen(address, target, features);
    bridge.tell('open', { path, newTab: target === '_blank' || target === undefined });
    return null;
  };

  document.addEventListener('click', (event) => {
    const link = event.target instanceof window.Element ? event.target.closest('a[href]') : null;
    const path = link && adminPath(link.getAttribute('href'));
    if (path === null || event.defaultPrevented) return;
    event.preventDefault();
    bridge.tell('open', { path, newTab: link.target === '_blank' || event.ctrlKey || event.metaKey });
  });
})();
