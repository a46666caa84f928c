// What App Bridge's scopes ask the admin: what is granted, and, once the merchant said so, more or less of it.
import express, { Router } from 'express';
import { z } from 'zod';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { asyncRoute } from '#tests/local-shopify/storefront/async-route.ts';

const asked = z.object({ scopes: z.array(z.string()) });

export function scopesRouter(shopify: LocalShopify): Router {
  const { app } = shopify;
  const { domain } = shopify.firstShop;
  const granted = () => shopify.installation(domain)?.scopes ?? [];
  const detail = () => ({ granted: granted(), required: app.scopes, optional: app.optionalScopes });
  const router = Router();
  router.use(express.json());
  router.get('/', (_request, response) => {
    response.json(detail());
  });
  router.post(
    '/',
    asyncRoute(async (request, response) => {
      const { scopes } = asked.parse(request.body);
      const more = scopes.filter((one) => app.optionalScopes.includes(one) && !granted().includes(one));
      if (more.length > 0) await shopify.changeScopes(domain, [...granted(), ...more]);
      response.json(detail());
    }),
  );
  router.delete(
    '/',
    asyncRoute(async (request, response) => {
      const { scopes } = asked.parse(request.body);
      if (scopes.some((one) => app.scopes.includes(one))) {
        response.status(400).json({ error: 'Required scopes can’t be revoked' });
        return;
      }
      await shopify.changeScopes(
        domain,
        granted().filter((one) => !scopes.includes(one)),
      );
      response.json(detail());
    }),
  );
  return router;
}
