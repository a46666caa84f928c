// What a merchant types about a discount: its title, and what it may stand beside; of an own one also how
// much it takes off what.
import type { Request } from 'express';
import type { AutomaticDiscount, CombinesWith } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { NewDiscount } from '#tests/local-shopify/shop/automatic-discounts.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { typedMinor } from './amounts.ts';
import { checkField, selectField, textField } from './form.ts';
import type { FieldErrors, FormState, Option, Read } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

type Settings = Pick<AutomaticDiscount, 'title' | 'combinesWith'>;

const CLASSES = [
  ['productDiscounts', 'Product discounts'],
  ['orderDiscounts', 'Order discounts'],
  ['shippingDiscounts', 'Shipping discounts'],
] as const;

/** Percent are typed with up to two decimals, like euros. */
const PERCENT = 'EUR';
const WHOLE_BP = 10_000;
const MOST_TITLE = 255;

function settingFields(state: FormState, { title, combinesWith }: Settings): Html {
  const boxes = CLASSES.map(([name, label]) =>
    checkField(state, { name, label, checked: combinesWith[name] }),
  );
  return html`<div class="fields">
      ${textField(state, { name: 'title', label: 'Title', value: title, wide: true })}
    </div>
    <fieldset>
      <legend>May be combined with</legend>
      ${boxes}
    </fieldset>`;
}

export function settingsForm(discount: Settings & { id: string }, state: FormState): Html {
  return html`<form class="box" method="post" action="/discounts/${discount.id}/save" novalidate>
    <h2>Title and combinations</h2>
    ${settingFields(state, discount)}
    <div class="actions"><button class="main">Save</button></div>
  </form>`;
}

const NEW: Settings = {
  title: '',
  combinesWith: { productDiscounts: false, orderDiscounts: false, shippingDiscounts: false },
};

export function newSaleForm(shop: LocalShop, state: FormState): Html {
  const collections = shop.collections.map(({ id, title }): Option => [id, title]);
  const of = {
    name: 'collection',
    label: 'Off',
    options: [['', 'All products'], ...collections] as Option[],
  };
  return html`<form class="box" method="post" action="/discounts" novalidate>
    ${settingFields(state, NEW)}
    <div class="fields">
      ${textField(state, { name: 'percent', label: 'Percent off', mode: 'decimal' })}
      ${selectField(state, of)}
    </div>
    <div class="actions"><button class="main">Create discount</button></div>
  </form>`;
}

export function readSettings(request: Request): Read<Settings> {
  const title = field(request, 'title');
  const errors = titleErrors(title);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const on = (name: keyof CombinesWith) => field(request, name) !== '';
  const combinesWith = {
    productDiscounts: on('productDiscounts'),
    orderDiscounts: on('orderDiscounts'),
    shippingDiscounts: on('shippingDiscounts'),
  };
  return { ok: true, value: { title, combinesWith } };
}

function titleErrors(title: string): FieldErrors {
  if (title === '') return { title: 'A discount needs a title.' };
  return title.length > MOST_TITLE ? { title: `At most ${MOST_TITLE} characters.` } : {};
}

/** From now on, for ever. */
export function readSale(shop: LocalShop, request: Request): Read<NewDiscount> {
  const settings = readSettings(request);
  const percentBp = typedMinor(field(request, 'percent'), PERCENT);
  const wrong = percentBp === null || percentBp === 0 || percentBp > WHOLE_BP;
  if (!settings.ok || wrong) {
    const errors = settings.ok ? {} : settings.errors;
    return {
      ok: false,
      errors: { ...errors, ...(wrong && { percent: 'A percentage above 0, up to 100.' }) },
    };
  }
  const terms = {
    percentBp,
    collectionId: field(request, 'collection') || null,
    startsAt: wholeSecond(shop.now()),
    endsAt: null,
    appliesOnSubscription: false,
    appliesOnOneTimePurchase: true,
    metafields: {},
  };
  return { ok: true, value: { kind: 'basic', discountClasses: ['PRODUCT'], ...settings.value, ...terms } };
}
