// The page of webhooks: what happens to them on their way, and the latest of them.
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { change, doneIn, refused, sendPage } from './answer.ts';
import type { Made } from './answer.ts';
import { controlForm, controlledTopics, readControls } from './control-form.ts';
import { UNTOUCHED } from './form.ts';
import type { Read } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { findDelivery } from './order-routes.ts';
import { saying } from './said.ts';
import type { Said } from './said.ts';
import { webhookTable } from './webhook-table.ts';

const SHOWN = 50;
const DONE: Record<string, string> = {
  save: 'From now on webhooks travel like this.',
  again: 'The webhook is on its way again.',
};

function webhookPage({ webhooks }: LocalShopify, topics: string[], said: Said): Html {
  const state = said && 'form' in said && said.form === 'controls' ? said.state : UNTOUCHED;
  const latest = webhooks.deliveries.slice(-SHOWN).reverse();
  return html`<h1>Webhooks</h1>
    <p class="quiet">What the network does to each delivery on its way to the app, until it is changed.</p>
    ${saying(said)} ${controlForm(topics, webhooks.controls.list(), state)}
    ${webhookTable(latest, '/webhooks/again', 'The app was told nothing since the start.')}`;
}

async function save({ webhooks }: LocalShopify, topics: string[], request: Request): Promise<Read<Made>> {
  const read =
    field(request, 'clear') === '' ? readControls(topics, request) : ({ ok: true, value: [] } as const);
  if (!read.ok) return refused(read.errors);
  webhooks.controls.clear();
  for (const [topic, control] of read.value) webhooks.controls.set(topic, control);
  return { ok: true, value: '/webhooks?done=save' };
}

async function sendAgain({ webhooks }: LocalShopify, request: Request): Promise<Read<Made>> {
  const found = findDelivery(webhooks.deliveries, request);
  if (!found.ok) return found;
  webhooks.again(found.value);
  return { ok: true, value: '/webhooks?done=again' };
}

export function webhookRoutes(shopify: LocalShopify): Router {
  const topics = controlledTopics(shopify);
  const router = Router();
  const show = (_request: Request, response: Response, said: Said) =>
    sendPage(response, shopify.firstShop.name, 'Webhooks', webhookPage(shopify, topics, said));
  router.get('/webhooks', (request, response) => {
    show(request, response, doneIn(request, DONE));
  });
  const controls = { form: 'controls', show, make: (request: Request) => save(shopify, topics, request) };
  const again = { form: 'again', show, make: (request: Request) => sendAgain(shopify, request) };
  router.post('/webhooks', change(controls));
  router.post('/webhooks/again', change(again));
  return router;
}
