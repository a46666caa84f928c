// One block in the theme editor's list: its settings, and the buttons that move, hide and remove it.
import { settingDefaults } from '#app/liquid/block-schema.ts';
import type { BlockSchema } from '#app/liquid/block-schema.ts';
import { html, NOTHING } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';
import type { PlacedBlock } from '#tests/local-shopify/shop/theme.ts';
import type { Words } from './schema-texts.ts';
import { settingField } from './setting-field.ts';

export type BlockRow = {
  placed: PlacedBlock;
  schema: BlockSchema;
  words: Words;
  /** Its place among the blocks of its area. */
  first: boolean;
  last: boolean;
  open: boolean;
  /** Hidden fields that lead back to this view. */
  view: Html;
};

export function blockForm(row: BlockRow): Html {
  const { placed, schema, words, open } = row;
  const values = { ...settingDefaults(schema), ...placed.settings };
  const fields = schema.settings.map(
    (setting) =>
      html`<div class="field">
        ${settingField(setting, values[setting.id], `${placed.id}-${setting.id}`, words)}
      </div>`,
  );
  const hidden = placed.shown ? NOTHING : html` <span class="badge">hidden</span>`;
  return html`<details class="block" id="${placed.id}" ${{ text: open ? 'open' : '' }}>
    <summary>${words(schema.name)}${hidden}</summary>
    <form method="post" action="/themes/editor/blocks/${placed.id}/settings" data-live="${placed.id}">
      ${row.view} ${fields}
      <noscript><button>Save</button></noscript>
    </form>
    ${buttons(row)}
  </details>`;
}

function buttons({ placed, schema, words, first, last, view }: BlockRow): Html {
  const name = words(schema.name);
  const button = (act: string, label: string, off = false) =>
    html`<button name="do" value="${act}" aria-label="${label} ${name}" ${{ text: off ? 'disabled' : '' }}>
      ${label}
    </button>`;
  return html`<form class="actions" method="post" action="/themes/editor/blocks/${placed.id}">
    ${view} ${button('up', 'Up', first)} ${button('down', 'Down', last)}
    ${placed.shown ? button('hide', 'Hide') : button('show', 'Show')} ${button('remove', 'Remove')}
  </form>`;
}
