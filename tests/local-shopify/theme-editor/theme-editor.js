// Keeps the preview live: a changed setting is saved at once, and the preview opens again at the block it belongs to.
(() => {
  const preview = document.querySelector('[data-preview]');
  const waiting = new Map();
  let shown = 0;

  function show(block) {
    const url = new URL(preview.src);
    shown += 1;
    // A new number, because the same address with another fragment is not loaded again.
    url.searchParams.set('editor', String(shown));
    url.hash = block === '' ? '' : `shopify-block-${block}`;
    preview.src = url.href;
  }

  async function save(form) {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: 'POST', body });
    if (answer.ok) show(form.dataset.live);
    else form.submit();
  }

  document.addEventListener('input', ({ target }) => {
    const field = target.dataset.fills && document.getElementById(target.dataset.fills);
    if (field) field.value = target.value;
    const output = target.type === 'range' && target.parentElement.querySelector('output');
    if (output) output.value = target.value;
    const form = target.closest('form[data-live]');
    if (!form || !form.checkValidity()) return;
    clearTimeout(waiting.get(form));
    waiting.set(
      form,
      setTimeout(() => save(form), 250),
    );
  });
})();
