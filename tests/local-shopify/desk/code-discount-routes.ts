// What a merchant can do by hand to a discount with codes, and to one of its codes. Its pages stand where those of automatic
// discounts do: the admin's link to a discount doesn't say of which kind it is.
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { change, doneIn, refused, sendPage } from './answer.ts';
import type { Made } from './answer.ts';
import { codeDiscountPage } from './code-discount-page.ts';
import { readSettings } from './discount-forms.ts';
import type { Read } from './form.ts';
import type { Said } from './said.ts';

const DONE = {
  save: 'The discount is saved.',
  end: 'The discount has ended.',
  start: 'The discount is active.',
  'delete-code': 'The code is deleted.',
};

export function codeDiscountRoutes({ firstShop: shop }: LocalShopify): Router {
  const router = Router();
  const { codeDiscounts } = shop;
  const found = (request: Request) => codeDiscounts.get(request.params['id'] ?? '');
  const show = (request: Request, response: Response, said: Said) => {
    const discount = found(request);
    if (!discount) throw new Error('a discount without a page');
    const { code } = request.query;
    const find = typeof code === 'string' ? code.trim() : '';
    sendPage(response, shop.name, discount.title, codeDiscountPage(shop, discount, { said, find }));
  };
  router.get('/discounts/:id', (request, response, next) => {
    if (found(request)) show(request, response, doneIn(request, DONE));
    else next();
  });
  const post = (form: string, make: (id: string, request: Request) => Promise<Read<unknown>>, to?: Made) =>
    router.post(
      `/discounts/:id/${form}`,
      change({
        form,
        show,
        make: (request) => {
          const discount = found(request);
          if (!discount) return null;
          const made = to ?? `/discounts/${discount.id}?done=${form}`;
          return make(discount.id, request).then((read) => (read.ok ? { ok: true, value: made } : read));
        },
      }),
    );
  const done = async (doing: Promise<unknown>): Promise<Read<unknown>> => ({ ok: true, value: await doing });
  post('save', (id, request) => {
    const read = readSettings(request);
    return read.ok ? done(codeDiscounts.change(id, read.value)) : Promise.resolve(read);
  });
  post('end', (id) => done(codeDiscounts.end(id)));
  post('start', (id) => done(codeDiscounts.start(id)));
  post('delete', (id) => done(codeDiscounts.remove(id)), '/discounts?done=delete');
  post('delete-code', (id, request) => {
    const code = field(request, 'code');
    const isTheirs = codeDiscounts.find(code)?.discount.id === id;
    return isTheirs
      ? done(codeDiscounts.removeCode(code))
      : refused({ '': 'This code isn’t there any more.' });
  });
  return router;
}
