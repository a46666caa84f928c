// The page of customers, their dates of birth, and whether they want the newsletter.
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { change, doneIn, refused, sendPage } from './answer.ts';
import type { Made } from './answer.ts';
import { birthForm, customerList } from './customer-list.ts';
import type { Read } from './form.ts';
import type { Said } from './said.ts';

const DONE = { birth: 'The date of birth is saved.', newsletter: 'Shopify has told the app of it.' };

function isDay(typed: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(typed);
}

async function saveBirth(shop: LocalShop, id: string, typed: string): Promise<Read<Made>> {
  if (typed !== '' && !isDay(typed)) return refused({ date: 'Write a day such as 1990-05-03.' });
  await shop.setBirthDate(id, typed === '' ? null : typed);
  return { ok: true, value: '/customers?done=birth' };
}

async function saveNewsletter(shop: LocalShop, id: string, wanted: string): Promise<Read<Made>> {
  await shop.setNewsletter(id, wanted === 'yes');
  return { ok: true, value: '/customers?done=newsletter' };
}

export function customerRoutes({ firstShop: shop }: LocalShopify): Router {
  const router = Router();
  const show = (_request: Request, response: Response, said: Said) =>
    sendPage(response, shop.name, 'Customers', customerList(shop, said));
  router.get('/customers', (request, response) => show(request, response, doneIn(request, DONE)));
  router.post('/customers/:id/birth-date', (request, response, next) => {
    const customer = shop.customers.get(request.params.id);
    const make = () => (customer ? saveBirth(shop, customer.id, field(request, 'date')) : null);
    void change({ form: customer ? birthForm(customer) : '', show, make })(request, response, next);
  });
  router.post('/customers/:id/newsletter', (request, response, next) => {
    const customer = shop.customers.get(request.params.id);
    const make = () => (customer ? saveNewsletter(shop, customer.id, field(request, 'wanted')) : null);
    void change({ form: '', show, make })(request, response, next);
  });
  return router;
}
