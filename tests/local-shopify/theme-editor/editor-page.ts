// The theme editor: the look, the app's blocks area by area, and the page beside them.
import { settingDefaults, type BlockSchema } from '#app/liquid/block-schema.ts';
import { html, NOTHING } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { LOOKS, wayOf, WAYS } from '#tests/local-shopify/shop/theme.ts';
import type { Area, PlacedBlock, Theme } from '#tests/local-shopify/shop/theme.ts';
import { BLOCKS, EMBEDS } from '#tests/local-shopify/storefront/extension.ts';
import { mayStandIn, placedBlocks } from '#tests/local-shopify/storefront/placed-blocks.ts';
import { blockForm } from './block-form.ts';
import { EDITOR_STYLE } from './editor-style.ts';
import { schemaWords } from './schema-texts.ts';
import { settingField } from './setting-field.ts';
import type { Words } from './schema-texts.ts';
import { PAGES, viewFields, viewLink } from './view.ts';
import type { View } from './view.ts';

const AREA_NAMES: Record<Area, string> = {
  product: 'Product section',
  'product-apps': 'Section for apps, below',
  cart: 'Cart section',
  'cart-apps': 'Section for apps, below',
  loyalty: 'Loyalty section',
  home: 'Section for apps',
};

export function editorPage(shop: LocalShop, view: View, storefront: string): Html {
  const words = schemaWords(view.locale);
  const areas = PAGES[view.page].areas.map((area) => areaBox(shop, area, view, words));
  return html`<style>
      ${{ text: EDITOR_STYLE }}
    </style>
    <div class="editor">
      <div class="panel">
        <h1>Theme editor</h1>
        ${pageLinks(view)} ${lookForm(shop, view)} ${themesBox(shop, view)}
        <div class="areas" lang="${view.locale}">${areas} ${embedsBox(shop, view, words)}</div>
        <form method="post" action="/themes/editor/reset">
          ${viewFields(view)}<button>Back to the usual places</button>
        </form>
        <p class="quiet">
          Changes are saved at once. Preview sees the storefront as you are signed in there.
        </p>
      </div>
      <iframe
        class="${view.width}"
        title="Preview"
        src="${previewUrl(shop, view, storefront)}"
        data-preview
      ></iframe>
    </div>
    <script src="/_local/theme-editor.js"></script>`;
}

function previewUrl(shop: LocalShop, view: View, storefront: string): string {
  const anchor = view.open === '' ? '' : `#shopify-block-${view.open}`;
  return storefront + PAGES[view.page].path(shop) + anchor;
}

function pageLinks(view: View): Html {
  const link = (other: View, label: string, current: boolean) =>
    html`<a href="${viewLink(other)}" ${{ text: current ? 'aria-current="true"' : '' }}>${label}</a>`;
  const pages = Object.entries(PAGES).map(([page, { name }]) =>
    link({ ...view, page: page as View['page'], open: '' }, name, page === view.page),
  );
  return html`<nav class="choices" aria-label="Page">${pages}</nav>
    <nav class="choices" aria-label="Preview">
      ${link({ ...view, width: 'wide' }, 'Desktop', view.width === 'wide')}
      ${link({ ...view, width: 'phone' }, 'Phone', view.width === 'phone')}
      ${link({ ...view, locale: 'en' }, 'English', view.locale === 'en')}
      ${link({ ...view, locale: 'fr' }, 'Français', view.locale === 'fr')}
    </nav>`;
}

function choices(name: string, values: readonly string[], chosen: string): Html[] {
  return values.map(
    (value) =>
      html`<label class="check"
        ><input type="radio" name="${name}" value="${value}" ${{ text: value === chosen ? 'checked' : '' }} />
        ${value}</label
      >`,
  );
}

function lookForm({ theme }: LocalShop, view: View): Html {
  return html`<form method="post" action="/themes/editor/look" data-live="">
    ${viewFields(view)}
    <fieldset>
      <legend>Look</legend>
      ${choices('look', LOOKS, theme.look)}
    </fieldset>
    <fieldset>
      <legend>Changes the page as</legend>
      ${choices('way', WAYS, wayOf(theme))}
    </fieldset>
    <noscript><button>Save</button></noscript>
  </form>`;
}

function areaBox(shop: LocalShop, area: Area, view: View, words: Words): Html {
  const here = placedBlocks(shop.theme).filter((placed) => placed.area === area);
  const rows = here.map((placed, index) => blockRow(placed, index, here.length, view, words));
  const none = rows.length === 0 ? html`<p class="quiet" lang="en">No block here.</p>` : NOTHING;
  return html`<section class="box">
    <h2 lang="en">${AREA_NAMES[area]}</h2>
    ${none} ${rows} ${addForm(area, view, words)}
  </section>`;
}

function blockRow(placed: PlacedBlock, index: number, count: number, view: View, words: Words): Html {
  const schema = BLOCKS.get(placed.block);
  if (!schema) return NOTHING;
  const place = { first: index === 0, last: index === count - 1, open: placed.id === view.open };
  return blockForm({ placed, schema, words, view: viewFields(view), ...place });
}

/** Shopify's list of themes: the published one, and what may be published in its place. */
function themesBox({ themes }: LocalShop, view: View): Html {
  const others = themes.others.map(
    ({ id, name }) =>
      html`<form class="actions" method="post" action="/themes/${id}/publish">
        ${viewFields(view)} ${name} <button aria-label="Publish ${name}">Publish</button>
        <button formaction="/themes/${id}/delete" aria-label="Delete ${name}">Delete</button>
      </form>`,
  );
  return html`<section class="box">
    <h2>Themes</h2>
    <p class="quiet">Published: ${themes.published?.name ?? 'none'}</p>
    ${others}
    <form class="actions" method="post" action="/themes/add">
      ${viewFields(view)}<input name="name" aria-label="Name of the new theme" placeholder="New theme" />
      <button>Add theme</button>
    </form>
  </section>`;
}

function embedsBox({ theme }: LocalShop, view: View, words: Words): Html {
  const rows = [...EMBEDS].map(([file, schema]) => {
    const on = theme.embeds?.includes(file) ?? false;
    const [name, act] = [words(schema.name), on ? 'off' : 'on'];
    return html`<form class="actions" method="post" action="/themes/editor/embeds/${file}">
        ${viewFields(view)} ${name}
        <button name="do" value="${act}" aria-label="Turn ${act} ${name}">Turn ${act}</button>
      </form>
      ${embedForm(file, schema, theme, view, words)}`;
  });
  return html`<section class="box">
    <h2 lang="en">App embeds</h2>
    ${rows}
  </section>`;
}

function embedForm(file: string, schema: BlockSchema, theme: Theme, view: View, words: Words): Html {
  const values = { ...settingDefaults(schema), ...theme.embedSettings?.[file] };
  const fields = schema.settings.map(
    (setting) =>
      html`<div class="field">
        ${settingField(setting, values[setting.id], `embed-${file}-${setting.id}`, words)}
      </div>`,
  );
  if (schema.settings.every(({ id }) => id === '')) return html`${fields}`;
  return html`<form method="post" action="/themes/editor/embeds/${file}/settings" data-live="embed-${file}">
    ${viewFields(view)} ${fields}
    <noscript><button>Save</button></noscript>
  </form>`;
}

function addForm(area: Area, view: View, words: Words): Html {
  const allowed = [...BLOCKS].filter(([block]) => mayStandIn(area, block));
  const options = allowed.map(
    ([block, schema]) => html`<option value="${block}">${words(schema.name)}</option>`,
  );
  return html`<form class="actions" method="post" action="/themes/editor/add" lang="en">
    ${viewFields(view)}<input type="hidden" name="area" value="${area}" />
    <select name="block" aria-label="Block for: ${AREA_NAMES[area]}" lang="${view.locale}">
      ${options}
    </select>
    <button>Add block</button>
  </form>`;
}
