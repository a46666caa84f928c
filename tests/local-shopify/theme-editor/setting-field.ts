// One setting of a block as the theme editor's form shows it, and what the form's answer means.
import type { BlockSetting } from '#app/liquid/block-schema.ts';
import { html, NOTHING } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';
import type { SettingValue } from '#tests/local-shopify/shop/theme.ts';
import type { Words } from './schema-texts.ts';

/** The kinds of settings that blocks may use at Shopify and that this editor knows. */
const CHOICES = ['select', 'radio', 'text_alignment'];
/** A page is given by its handle. */
const TEXTS = ['text', 'inline_richtext', 'html', 'url', 'page'];
const ALIGNMENTS = ['left', 'center', 'right'];

/** @param name unique in the page, for ids */
export function settingField(setting: BlockSetting, value: unknown, name: string, words: Words): Html {
  if (setting.type === 'header') return html`<h4>${words(setting.content)}</h4>`;
  if (setting.type === 'paragraph') return html`<p class="quiet">${words(setting.content)}</p>`;
  const label = words(setting.label);
  const info = setting.info === '' ? NOTHING : html`<small class="quiet">${words(setting.info)}</small>`;
  if (setting.type === 'checkbox') {
    const tick = { text: value === true ? 'checked' : '' };
    return html`<label class="check"
        ><input type="checkbox" name="${setting.id}" value="1" ${tick} /> ${label}</label
      >
      ${info}`;
  }
  return html`<label for="${name}">${label}</label> ${control(setting, written(value), name, words)} ${info}`;
}

function control(setting: BlockSetting, value: string, name: string, words: Words): Html {
  if (CHOICES.includes(setting.type)) return choice(setting, value, name, words);
  if (setting.type === 'range' || setting.type === 'number') return amount(setting, value, name);
  if (setting.type === 'color') return colour(setting, value, name);
  if (setting.type === 'textarea')
    return html`<textarea id="${name}" name="${setting.id}" rows="3">${value}</textarea>`;
  if (!TEXTS.includes(setting.type)) throw new TypeError(`unknown setting type: ${setting.type}`);
  return html`<input id="${name}" name="${setting.id}" value="${value}" />`;
}

function choice(setting: BlockSetting, value: string, name: string, words: Words): Html {
  const options = optionsOf(setting).map(
    (option) =>
      html`<option value="${option.value}" ${{ text: option.value === value ? 'selected' : '' }}>
        ${words(option.label)}
      </option>`,
  );
  return html`<select id="${name}" name="${setting.id}">
    ${options}
  </select>`;
}

function optionsOf(setting: BlockSetting): BlockSetting['options'] {
  if (setting.type !== 'text_alignment') return setting.options;
  return ALIGNMENTS.map((value) => ({ value, label: value }));
}

function amount({ id, type, limits }: BlockSetting, value: string, name: string): Html {
  const { min, max, step, unit } = limits;
  const bounds = [
    ['min', min],
    ['max', max],
    ['step', step],
  ] as const;
  const attributes = bounds.map(([attribute, bound]) =>
    bound === null ? NOTHING : html` ${{ text: attribute }}="${bound}"`,
  );
  return html`<span class="pair"
    ><input id="${name}" type="${type}" name="${id}" value="${value}" ${attributes} /><output for="${name}"
      >${type === 'range' ? value : ''}</output
    >
    ${unit}</span
  >`;
}

/** A colour may be left out, which a colour picker can't say: so the picker only fills the field. */
function colour({ id }: BlockSetting, value: string, name: string): Html {
  const picked = /^#[0-9a-f]{6}$/i.test(value) ? value : '#000000';
  return html`<span class="pair"
    ><input id="${name}" name="${id}" value="${value}" placeholder="#rrggbb" pattern="#[0-9A-Fa-f]{6}" />
    <input type="color" value="${picked}" data-fills="${name}" aria-hidden="true" tabindex="-1"
  /></span>`;
}

function written(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The setting's value from a form's field; null is "nothing chosen". */
export function settingValue({ type }: BlockSetting, typed: string): SettingValue {
  if (type === 'checkbox') return typed !== '';
  if (type === 'range' || type === 'number') return typed === '' ? null : Number(typed);
  if (type === 'color') return /^#[0-9a-f]{6}$/i.test(typed) ? typed.toLowerCase() : null;
  return typed === '' ? null : typed;
}
