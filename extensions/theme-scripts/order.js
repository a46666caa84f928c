// "Where are my points?" in the launcher's panel: asks the app about one order, once its part of the panel is opened, and shows the
// app's own sentences.

/** @param details the part of the panel, which bears the few words that the app doesn't say */
export default function show(details) {
  const form = details.querySelector('form');
  form.onsubmit = (event) => {
    event.preventDefault();
    if (form.ariaBusy !== 'true') void answer(form, details);
  };
  // Asked before this script was there.
  if ('waits' in form.dataset) form.requestSubmit();
}

async function answer(form, details) {
  const { to, language, failed } = details.dataset;
  form.ariaBusy = 'true';
  const wanted = { language, order: form.elements.order.value };
  const { message = failed, sentences = [] } = await ask(`${to}/order-answer`, wanted).catch(() => ({}));
  form.ariaBusy = 'false';
  const said = [message, ...sentences].map((textContent) =>
    Object.assign(document.createElement('p'), { textContent }),
  );
  const place = details.querySelector('[role=status]');
  place.replaceChildren(...said);
  place.scrollIntoView({ block: 'nearest' });
}

/** What answers in another way than the app does is a failure. */
async function ask(url, wanted) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.status >= 500) throw answer;
  return answer.json();
}
