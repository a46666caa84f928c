// Stands in for Shopify's App Bridge where its address can't be reached. This part: words with the admin around.
(() => {
  /** Each replaces the one before it; everything else is said once. */
  const STATES = new Set(['nav-menu', 'title-bar', 'save-bar', 'place', 'loading']);
  const waiting = new Map();
  const listeners = new Map();
  /** What the admin should know now, for one that begins to listen late. */
  const told = new Map();
  /** Tells this document's questions from those of the one before it in the same frame. */
  const page = Math.random();
  let lastId = 0;

  addEventListener('message', ({ source, data }) => {
    if (source !== parent || parent === window) return;
    if (data?.localAdmin === 'answer') {
      const { resolve, reject } = waiting.get(data.id) ?? {};
      waiting.delete(data.id);
      if (data.error === null) resolve?.(data.value);
      else reject?.(new Error(data.error));
    }
    if (data?.localAdmin === 'hello') {
      for (const [what, value] of told) tell(what, value);
      for (const { send } of waiting.values()) send();
    }
    if (data?.localAdmin === 'tell') listeners.get(data.what)?.(data.value);
  });

  function tell(what, value) {
    if (STATES.has(what)) told.set(what, value);
    if (parent !== window) parent.postMessage({ localAdmin: 'tell', what, value }, '*');
  }

  /** Rejects where the app isn't open in an admin, or the admin refuses. */
  function ask(what, value) {
    if (parent === window) return Promise.reject(new Error('The app is not open in an admin.'));
    return new Promise((resolve, reject) => {
      lastId += 1;
      const question = { localAdmin: 'ask', page, id: lastId, what, value };
      const send = () => parent.postMessage(question, '*');
      waiting.set(lastId, { resolve, reject, send });
      send();
    });
  }

  window.localAppBridge = {
    tell,
    ask,
    on: (what, listener) => listeners.set(what, listener),
    idToken: () => ask('id-token'),
    script: document.currentScript,
  };
})();
