// The admin's side of the frame: hands session tokens to the app, and to nobody else.
(() => {
  const frame = document.querySelector('iframe');
  const appOrigin = new URL(frame.src).origin;
  const toast = document.querySelector('[role="status"]');

  addEventListener('message', async (event) => {
    if (event.source !== frame.contentWindow || event.origin !== appOrigin) return;
    if (event.data?.type === 'local-admin:toast') toast.textContent = event.data.message;
    if (event.data?.type !== 'local-admin:ask-id-token') return;
    const answer = await fetch('/_local/id-token', { method: 'POST' });
    const { token } = await answer.json();
    const reply = { type: 'local-admin:id-token', request: event.data.request, token };
    event.source.postMessage(reply, event.origin);
  });
})();
