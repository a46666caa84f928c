// Bodies of `app/*` webhooks, and of `shop/update`.
import { z } from 'zod';
import { refusedFields } from '../payloads/told-values.ts';
import { parseBody } from '../payloads/webhook-body.ts';

const shopBody = z.object({ myshopify_domain: z.string().nullish() });
const scopesBody = z.object({ current: z.array(z.string().regex(/^[a-z_]{1,100}$/)).max(200) });

export type AppNews =
  | { kind: 'uninstalled' }
  | { kind: 'changed' }
  | { kind: 'scopes'; scopes: string[] }
  | { kind: 'unreadable'; reason: string };

/** The news of `shopDomain`, the shop that the headers name, in the body of an `app/*` topic. */
export function parseAppNews(topic: string, raw: string, shopDomain: string): AppNews {
  const body = parseBody(raw);
  switch (topic) {
    case 'app/uninstalled': {
      const shop = shopBody.safeParse(body);
      if (!shop.success) return { kind: 'unreadable', reason: 'not a shop' };
      // The signature covers the body and not the headers: a body of another shop is no word of this one.
      const named = shop.data.myshopify_domain?.toLowerCase();
      return named && named !== shopDomain
        ? { kind: 'unreadable', reason: 'body and header name different shops' }
        : { kind: 'uninstalled' };
    }
    case 'shop/update': {
      const shop = shopBody.safeParse(body);
      // A hint, and of this shop alone.
      return shop.success && shop.data.myshopify_domain?.toLowerCase() === shopDomain
        ? { kind: 'changed' }
        : { kind: 'unreadable', reason: 'not this shop' };
    }
    case 'app/scopes_update': {
      const scopes = scopesBody.safeParse(body);
      return scopes.success
        ? { kind: 'scopes', scopes: scopes.data.current }
        : { kind: 'unreadable', reason: `not a list of scopes: ${refusedFields(scopes.error)}` };
    }
    default:
      return { kind: 'unreadable', reason: 'no app topic' };
  }
}
