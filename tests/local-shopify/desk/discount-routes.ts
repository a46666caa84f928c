// The pages of automatic discounts, and everything a merchant can do to one by hand.
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { change, doneIn, refused, sendPage } from './answer.ts';
import type { Made } from './answer.ts';
import { readSale, readSettings } from './discount-forms.ts';
import { discountList, discountPage, newDiscountPage } from './discount-page.ts';
import type { Read } from './form.ts';
import type { Said } from './said.ts';

const DONE = {
  new: 'The discount is created.',
  save: 'The discount is saved.',
  end: 'The discount has ended.',
  start: 'The discount is active.',
  duplicate: 'This is the copy.',
  delete: 'The discount is deleted.',
};

type Verb = (shop: LocalShop, id: string, request: Request) => Promise<Read<AutomaticDiscount>>;

async function done(doing: Promise<AutomaticDiscount>): Promise<Read<AutomaticDiscount>> {
  return { ok: true, value: await doing };
}

const VERBS: Record<string, Verb> = {
  save: async ({ automaticDiscounts }, id, request) => {
    const read = readSettings(request);
    return read.ok ? done(automaticDiscounts.change(id, read.value)) : read;
  },
  end: ({ automaticDiscounts }, id) => done(automaticDiscounts.end(id)),
  start: ({ automaticDiscounts }, id) => done(automaticDiscounts.start(id)),
  duplicate: ({ automaticDiscounts }, id, request) =>
    done(automaticDiscounts.duplicate(id, field(request, 'metafields') === 'with')),
};

async function follow(verb: string, doing: Promise<Read<AutomaticDiscount>>): Promise<Read<Made>> {
  const made = await doing;
  return made.ok ? { ok: true, value: `/discounts/${made.value.id}?done=${verb}` } : made;
}

function create(shop: LocalShop, request: Request): Promise<Read<Made>> {
  const read = readSale(shop, request);
  if (!read.ok) return refused(read.errors);
  return follow('new', done(shop.automaticDiscounts.add(read.value)));
}

async function remove(shop: LocalShop, id: string): Promise<Read<Made>> {
  await shop.automaticDiscounts.remove(id);
  return { ok: true, value: '/discounts?done=delete' };
}

export function discountRoutes({ firstShop: shop }: LocalShopify): Router {
  const router = Router();
  const found = (request: Request) => shop.automaticDiscounts.get(request.params['id'] ?? '');
  const show = (request: Request, response: Response, said: Said) => {
    const discount = found(request);
    if (!discount) throw new Error('a discount without a page');
    sendPage(response, shop.name, discount.title, discountPage(shop, discount, said));
  };
  const showNew = (_request: Request, response: Response, said: Said) =>
    sendPage(response, shop.name, 'Create discount', newDiscountPage(shop, said));
  router.get('/discounts', (request, response) => {
    sendPage(response, shop.name, 'Discounts', discountList(shop, doneIn(request, DONE)));
  });
  router.get('/discounts/new', (request, response) => showNew(request, response, null));
  router.get('/discounts/:id', (request, response, next) => {
    if (found(request)) show(request, response, doneIn(request, DONE));
    else next();
  });
  router.post('/discounts', change({ form: 'new', show: showNew, make: (request) => create(shop, request) }));
  const post = (form: string, make: (id: string, request: Request) => Promise<Read<Made>>) =>
    router.post(
      `/discounts/:id/${form}`,
      change({
        form,
        show,
        make: (request) => {
          const discount = found(request);
          return discount ? make(discount.id, request) : null;
        },
      }),
    );
  for (const [form, verb] of Object.entries(VERBS)) {
    post(form, (id, request) => follow(form, verb(shop, id, request)));
  }
  post('delete', (id) => remove(shop, id));
  return router;
}
