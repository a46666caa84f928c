// Sends a small form, of a birthday or a choice, to the app proxy, says so meanwhile, and puts the answer in the form's place. A dialog has one
// request key until it is answered, so that what is sent twice counts once.
const keys = new WeakMap();
/** Fields that are numbers; all others are sent as they are. */
const NUMBERS = ['day', 'month', 'year'];

/** Heard before the form itself and before the theme, and for forms that come later, too. */
document.addEventListener(
  'submit',
  (event) => {
    if (!event.target.matches('.sixth-form')) return;
    event.preventDefault();
    event.stopPropagation();
    void send(event.target);
  },
  true,
);

async function send(form) {
  if (form.ariaBusy === 'true') return;
  say(form, {});
  const before = form.closest('.sixth').textContent;
  const button = form.querySelector('button');
  form.ariaBusy = button.ariaDisabled = 'true';
  const status = form.querySelector('[role=status]');
  status.textContent = form.dataset.saving;
  const answer = await ask(form);
  form.ariaBusy = button.ariaDisabled = 'false';
  status.textContent = '';
  if (!answer.ok) return say(form, answer);
  // The card stays: what it said isn't said once more by a block below.
  const card = form.closest('.sixth-card');
  card.replaceChildren(status);
  card.classList.add('sixth-good');
  status.className = 'sixth-done';
  status.textContent = answer.message;
  status.tabIndex = -1;
  status.focus();
  // The answer is true at once; what the page's blocks go by follows within seconds.
  for (const seconds of [3, 6, 12]) {
    await new Promise((wake) => setTimeout(wake, seconds * 1_000));
    await refresh(before).catch(String);
  }
}

/** Blocks that the shop says differently by now; those of another variant than the page shows stay as they are. */
async function refresh(before) {
  const page = await fetch(location);
  const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
  for (const block of document.querySelectorAll('.sixth')) {
    const next = fresh.getElementById(block.parentElement.id)?.querySelector('.sixth');
    if (!next || next.dataset.sixthVariant !== block.dataset.sixthVariant) continue;
    if ([before, block.textContent].includes(next.textContent)) continue;
    const isFocused = block.contains(document.activeElement);
    block.replaceWith(next);
    if (!isFocused) continue;
    next.tabIndex = -1;
    next.focus();
  }
}

async function ask(form) {
  const key = keys.get(form) ?? crypto.randomUUID();
  keys.set(form, key);
  const body = { requestKey: key };
  for (const [name, value] of new FormData(form)) body[name] = NUMBERS.includes(name) ? number(value) : value;
  // A form that asks for no year tells none.
  if (form.elements.day && !form.elements.year) body.year = null;
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const answer = await response.json();
    if (response.status >= 500) throw answer;
    // Answered: what is sent next is another request.
    keys.delete(form);
    return answer;
  } catch {
    return { message: form.dataset.failed };
  }
}

/** Null where nothing was typed; what is no number the app refuses beside its field. */
function number(value) {
  const typed = value.trim();
  return typed === '' ? null : Number(typed) || 0;
}

function say(form, { message = '', field }) {
  form.querySelector('[role=alert]').textContent = message;
  for (const control of form.querySelectorAll('input, select')) {
    control.toggleAttribute('aria-invalid', false);
    if (control.name !== field) continue;
    control.setAttribute('aria-invalid', 'true');
  }
  form.querySelector('[aria-invalid]')?.focus();
}
