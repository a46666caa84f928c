// App Bridge's resource picker: search, tick, add.
import { onAsked, readJson } from './channel.js';
import { askInDialog, el } from './dom.js';
import { texts } from './texts.js';

onAsked('resource-picker', async (options) => {
  const state = {
    options,
    all: [],
    failed: false,
    search: options.query ?? '',
    chosen: new Set((options.selectionIds ?? []).map(({ id }) => id)),
  };
  const label = texts[options.action === 'select' ? 'select' : 'add'][options.type];
  const picked = await askInDialog({ label, className: 'picker' }, (close) => draw(state, label, close));
  return picked;
});

function draw(state, label, close) {
  const { options } = state;
  const { type, action } = options;
  const list = el('ul', { class: 'resources' });
  const count = el('span', { class: 'quiet', role: 'status' });
  const add = el('button', { type: 'button', class: 'primary', onclick: () => close(selection(state)) });
  add.textContent = action === 'select' ? texts.selectButton : texts.addButton;
  const refresh = () => {
    list.replaceChildren(...rows(state, refresh));
    count.textContent = texts.chosen(state.chosen.size);
    // Taking the last one away is an answer too.
    add.disabled = state.chosen.size === 0 && !options.selectionIds?.length;
  };
  const search = el('input', {
    type: 'search',
    autofocus: true,
    placeholder: texts.search[type],
    'aria-label': texts.search[type],
  });
  search.value = state.search;
  search.addEventListener('input', () => {
    state.search = search.value;
    refresh();
  });
  refresh();
  void load(state, refresh);
  const dismiss = { type: 'button', class: 'plain', 'aria-label': texts.close, onclick: () => close(null) };
  const cancel = el('button', { type: 'button', onclick: () => close(null) }, texts.cancel);
  return [
    el('header', {}, el('h2', {}, label), el('button', dismiss, '×')),
    el('div', { class: 'search' }, search),
    list,
    el('footer', {}, count, cancel, add),
  ];
}

async function load(state, refresh) {
  state.failed = false;
  try {
    state.all = await readJson(`/_local/resources?type=${encodeURIComponent(state.options.type)}`);
  } catch {
    // The list itself says so, with a button.
    state.failed = true;
  }
  refresh();
}

function rows(state, refresh) {
  if (state.failed) {
    const retry = el('button', { type: 'button', onclick: () => load(state, refresh) }, texts.retry);
    return [el('li', { class: 'error' }, texts.failed, ' ', retry)];
  }
  const wanted = state.search.trim().toLowerCase();
  const found = state.all.filter(({ title }) => title.toLowerCase().includes(wanted));
  if (found.length === 0 && state.all.length > 0) return [el('li', { class: 'quiet' }, texts.none)];
  return found.map((resource) => row(state, resource, refresh));
}

function row(state, resource, refresh) {
  const { multiple = false } = state.options;
  const box = el('input', { type: multiple ? 'checkbox' : 'radio', name: 'resource', value: resource.id });
  box.checked = state.chosen.has(resource.id);
  box.disabled = typeof multiple === 'number' && !box.checked && state.chosen.size >= multiple;
  box.addEventListener('change', () => {
    if (!multiple) state.chosen.clear();
    if (box.checked) state.chosen.add(resource.id);
    else state.chosen.delete(resource.id);
    refresh();
    // The list was drawn anew: the keyboard stays where it was.
    document.querySelector(`.picker input[value="${resource.id}"]`)?.focus();
  });
  const image = resource.images?.[0];
  const picture = image ? [el('img', { src: image.originalSrc, alt: '', width: '36', height: '36' })] : [];
  return el('li', {}, el('label', {}, box, ...picture, el('span', {}, resource.title), detail(resource)));
}

function detail({ variants, productsCount }) {
  const text = variants ? texts.variants(variants.length) : texts.products(productsCount);
  return el('span', { class: 'quiet' }, text);
}

/** In the order of the list, each as a whole; variants of a product are all chosen. */
function selection({ all, chosen }) {
  return all.filter(({ id }) => chosen.has(id));
}
