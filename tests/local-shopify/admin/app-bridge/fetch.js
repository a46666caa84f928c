// App Bridge's `fetch`: a session token and the merchant's language for the app's own addresses. An answer that calls
// the token bad is asked for once more with another one.
(() => {
  const { idToken } = window.localAppBridge;
  const RETRY = 'X-Shopify-Retry-Invalid-Session-Request';
  const plainFetch = window.fetch.bind(window);
  const origin = new URL(location.href).origin;

  async function withToken(request) {
    const authorized = request.clone();
    authorized.headers.set('Authorization', `Bearer ${await idToken()}`);
    authorized.headers.set('X-Requested-With', 'XMLHttpRequest');
    authorized.headers.set('Accept-Language', window.shopify.config.locale);
    return plainFetch(authorized);
  }

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const ours = new URL(request.url).origin === origin;
    if (!ours || request.headers.has('Authorization')) return plainFetch(request);
    const answer = await withToken(request);
    return answer.status === 401 && answer.headers.has(RETRY) ? withToken(request) : answer;
  };
})();
