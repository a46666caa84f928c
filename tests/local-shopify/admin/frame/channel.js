// Words with the app's frame, and with nobody else.
const frame = document.querySelector('iframe');
const appOrigin = new URL(frame.src).origin;
const tellings = new Map();
const askings = new Map();
const answered = new Set();

addEventListener('message', async ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== appOrigin) return;
  if (data?.localAdmin === 'tell') tellings.get(data.what)?.(data.value);
  if (data?.localAdmin === 'ask' && !answered.has(`${data.page}/${data.id}`)) {
    answered.add(`${data.page}/${data.id}`);
    const reply = { localAdmin: 'answer', id: data.id, value: null, error: null };
    try {
      const answer = askings.get(data.what);
      if (!answer) throw new Error(`The local admin doesn’t know ${data.what}.`);
      reply.value = await answer(data.value);
    } catch (error) {
      reply.error = error.message;
    }
    source.postMessage(reply, origin);
  }
});

/** What the app says. */
export const onTold = (what, listener) => tellings.set(what, listener);
/** What the app asks; a listener's failure is the app's. */
export const onAsked = (what, listener) => askings.set(what, listener);
/** What the merchant does outside of the frame. */
export const tellApp = (what, value) =>
  frame.contentWindow.postMessage({ localAdmin: 'tell', what, value }, appOrigin);

/** Once everything listens: the app may have spoken before. No secret, so it may reach whatever is in the frame. */
export const sayHello = () => frame.contentWindow.postMessage({ localAdmin: 'hello' }, '*');

export async function readJson(path, init) {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
