// The page of Shopify Flow: what arrived for its workflows, with all fields.
import { Router } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { FlowMessage } from '#tests/local-shopify/shop/flow-inbox.ts';
import { sendPage } from './answer.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

const SHOWN = 100;

function messageRow({ handle, payload, at }: FlowMessage, names: ReadonlyMap<string, string>): Html {
  return html`<tr>
    <td>${names.get(handle) ?? handle}</td>
    <td>${at}</td>
    <td>
      <dl>
        ${Object.entries(payload).map(
          ([key, value]) =>
            html`<dt>${key}</dt>
              <dd>${String(value)}</dd>`,
        )}
      </dl>
    </td>
  </tr>`;
}

function flowPage({ firstShop }: LocalShopify): Html {
  const { messages, triggers } = firstShop.flow;
  const names = new Map(triggers.map(({ handle, name }) => [handle, name]));
  const latest = messages.slice(-SHOWN).reverse();
  const table = html`<div class="box">
    <table class="stacked">
      <thead>
        <tr>
          <th>Trigger</th>
          <th>At (UTC)</th>
          <th>Fields</th>
        </tr>
      </thead>
      <tbody>
        ${latest.map((message) => messageRow(message, names))}
      </tbody>
    </table>
  </div>`;
  return html`<h1>Shopify Flow</h1>
    <p class="quiet">What the app’s triggers brought. A workflow would begin with each.</p>
    ${latest.length > 0 ? table : html`<p class="box quiet">Nothing has arrived yet.</p>`}`;
}

export function flowRoutes(shopify: LocalShopify): Router {
  const router = Router();
  router.get('/flow', (_request, response) => {
    sendPage(response, shopify.firstShop.name, 'Shopify Flow', flowPage(shopify));
  });
  return router;
}
