// A product out of a list, shown in a dialog: its own page's product, with its blocks, under ids of its own.
import { rendered, startScripts } from './fragments.js';

async function show(url) {
  const info = (await rendered(url)).querySelector('product-info');
  const { section } = info.dataset;
  const dialog = document.querySelector('.quick-view');
  dialog.innerHTML = info.outerHTML.replaceAll(section, `quick-${section}`);
  dialog.querySelector('product-info').dataset.originalSection = section;
  startScripts(dialog);
  if (!dialog.open) dialog.showModal();
}

document.addEventListener('click', ({ target }) => {
  if (target.matches('.quick-view')) target.close();
  const button = target.closest('[data-quick-view]');
  if (button) void show(button.dataset.quickView);
});
