// The pages of draft orders: made, changed, completed, deleted.
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Draft } from '#tests/local-shopify/shop/draft.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { change, doneIn, refused, sendPage } from './answer.ts';
import type { Made } from './answer.ts';
import { draftList, draftPage, newDraftPage } from './draft-page.ts';
import { readDraft } from './draft-form.ts';
import type { Read } from './form.ts';
import type { Said } from './said.ts';

const DONE = { save: 'The draft is saved.', delete: 'The draft is deleted.' };

async function leadTo(path: Promise<string>): Promise<Read<Made>> {
  return { ok: true, value: await path };
}

function create(shop: LocalShop, request: Request): Promise<Read<Made>> {
  const read = readDraft(shop, request);
  if (!read.ok) return refused(read.errors);
  return leadTo(shop.drafts.create(read.value).then(({ id }) => `/drafts/${id}?done=save`));
}

function save(shop: LocalShop, draft: Draft, request: Request): Promise<Read<Made>> {
  const read = readDraft(shop, request);
  if (!read.ok) return refused(read.errors);
  return leadTo(shop.drafts.save(draft.id, read.value).then(({ id }) => `/drafts/${id}?done=save`));
}

function complete(shop: LocalShop, draft: Draft, request: Request): Promise<Read<Made>> {
  const payment = field(request, 'payment') === 'pending' ? 'pending' : 'paid';
  return leadTo(shop.drafts.complete(draft.id, payment).then(({ id }) => `/orders/${id}?done=draft`));
}

function remove(shop: LocalShop, draft: Draft): Promise<Read<Made>> {
  return leadTo(shop.drafts.remove(draft.id).then(() => '/drafts?done=delete'));
}

export function draftRoutes({ firstShop: shop }: LocalShopify): Router {
  const router = Router();
  const draftOf = (request: Request) => shop.drafts.find(request.params['id'] ?? '');
  const show = (request: Request, response: Response, said: Said) => {
    const draft = draftOf(request);
    if (!draft) throw new Error('a draft without a page');
    sendPage(response, shop.name, `Draft ${draft.name}`, draftPage(shop, draft, said));
  };
  const showNew = (_request: Request, response: Response, said: Said) =>
    sendPage(response, shop.name, 'New draft order', newDraftPage(shop, said));
  const ofDraft =
    (make: (shop: LocalShop, draft: Draft, request: Request) => Promise<Read<Made>>) =>
    (request: Request) => {
      const draft = draftOf(request);
      return draft && make(shop, draft, request);
    };

  router.get('/drafts', (request, response) => {
    sendPage(response, shop.name, 'Draft orders', draftList(shop, doneIn(request, DONE)));
  });
  router.get('/drafts/new', (request, response) => showNew(request, response, null));
  router.get('/drafts/:id', (request, response, next) => {
    if (draftOf(request)) show(request, response, doneIn(request, DONE));
    else next();
  });
  router.post('/drafts', change({ form: 'new', show: showNew, make: (request) => create(shop, request) }));
  router.post('/drafts/:id', change({ form: 'save', show, make: ofDraft(save) }));
  router.post('/drafts/:id/complete', change({ form: 'complete', show, make: ofDraft(complete) }));
  router.post('/drafts/:id/delete', change({ form: 'delete', show, make: ofDraft(remove) }));
  return router;
}
