// Small helpers for the admin's own page.

/** `el('button', {class: 'primary', onclick}, 'Save')`; properties that are functions are listeners, null ones are left out. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(key.replace(/^on/, ''), value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

export const byId = (id) => document.getElementById(id);

/**
 * A modal dialog, keyboard and all.
 * @param draw gets `close(value)` and gives the dialog's children
 * @returns what it was closed with; null after Escape
 */
export function askInDialog({ label, className = '' }, draw) {
  return new Promise((resolve) => {
    let value = null;
    const dialog = el('dialog', { 'aria-label': label, class: className });
    const close = (given) => {
      value = given;
      dialog.close();
    };
    dialog.append(...draw(close));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(value);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
