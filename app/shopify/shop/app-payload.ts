// Bodies of `app/*` webhooks, and of `shop/update`. Topic and shop stand in headers that nobody signed, so they are hints
// and no more: nothing of what they say is taken from them.
import { z } from 'zod';
import { refusedName } from '../payloads/names-shop.ts';
import { refusedFields } from '../payloads/told-values.ts';
import { parseBody } from '../payloads/webhook-body.ts';

const shopBody = z.object({ myshopify_domain: z.string().nullish() });
/** Names no shop at all. */
const scopesBody = z.object({ current: z.array(z.string().regex(/^[a-z_]{1,100}$/)).max(200) });

/** What has to be asked for anew: how the app stands on the shop, or how the shop is set up. */
export type AppNews =
  { kind: 'installation' } | { kind: 'settings' } | { kind: 'unreadable'; reason: string };

/** The news of `shopDomain`, the shop that the headers name, in the body of an `app/*` topic. */
export function parseAppNews(topic: string, raw: string, shopDomain: string): AppNews {
  const body = parseBody(raw);
  switch (topic) {
    case 'app/uninstalled':
      return ofShop(body, shopDomain, 'installation');
    case 'shop/update':
      return ofShop(body, shopDomain, 'settings');
    case 'app/scopes_update': {
      const scopes = scopesBody.safeParse(body);
      return scopes.success
        ? { kind: 'installation' }
        : { kind: 'unreadable', reason: `not a list of scopes: ${refusedFields(scopes.error)}` };
    }
    default:
      return { kind: 'unreadable', reason: 'no app topic' };
  }
}

function ofShop(body: unknown, shopDomain: string, kind: 'installation' | 'settings'): AppNews {
  const shop = shopBody.safeParse(body);
  if (!shop.success) return { kind: 'unreadable', reason: `not a shop: ${refusedFields(shop.error)}` };
  const reason = refusedName(shop.data.myshopify_domain, shopDomain);
  return reason === null ? { kind } : { kind: 'unreadable', reason };
}
