// Sends the birthday form to the app proxy. A dialog has one request key until it is answered, so that what is sent twice
// counts once.
const keys = new WeakMap();

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
  form.ariaBusy = 'true';
  say(form, {});
  say(form, await ask(form));
  form.ariaBusy = null;
}

async function ask(form) {
  const { day, month, year } = form.elements;
  const key = keys.get(form) ?? crypto.randomUUID();
  keys.set(form, key);
  const body = {
    requestKey: key,
    day: number(day),
    month: number(month),
    year: year ? number(year) : null,
    language: form.dataset.language,
  };
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(form.dataset.to, { method: 'POST', headers, body: JSON.stringify(body) });
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
function number({ value }) {
  const typed = value.trim();
  return typed === '' ? null : Number(typed) || 0;
}

function say(form, { ok, message = '', field }) {
  const [status, alert] = form.querySelectorAll('[role=status], [role=alert]');
  status.textContent = ok ? message : '';
  alert.textContent = ok ? '' : message;
  for (const control of form.querySelectorAll('input, select')) {
    control.toggleAttribute('aria-invalid', false);
    if (control.name !== field) continue;
    control.setAttribute('aria-invalid', 'true');
    control.focus();
  }
}
