// Toasts at the foot of the page, read out as they come.
import { onTold, tellApp } from './channel.js';
import { byId, el } from './dom.js';
import { texts } from './texts.js';

const shelf = byId('toasts');

function remove(id) {
  const toast = byId(id);
  if (!toast) return;
  toast.remove();
  tellApp('toast-gone', id);
}

onTold('toast', ({ id, message, duration, isError, action }) => {
  const act = () => {
    tellApp('toast-action', id);
    remove(id);
  };
  const dismiss = { type: 'button', 'aria-label': texts.dismiss, onclick: () => remove(id) };
  const parts = [
    el('span', {}, message),
    ...(action ? [el('button', { type: 'button', onclick: act }, action)] : []),
    el('button', dismiss, '×'),
  ];
  shelf.append(el('div', { id, class: isError ? 'toast error' : 'toast' }, ...parts));
  setTimeout(() => remove(id), duration);
});
onTold('hide-toast', remove);

const loading = byId('loading');
onTold('loading', (isLoading) => {
  loading.hidden = !isLoading;
});
