// The page of segments.
import { Router } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { adminPage } from './layout.ts';
import { segmentPage } from './segment-page.ts';

export function segmentRoutes({ firstShop: shop, app }: LocalShopify): Router {
  const router = Router();
  router.get('/segments', (request, response) => {
    const numbers = Object.entries(app.customerMetafields).flatMap(([key, type]) =>
      type === 'number_integer' ? [key] : [],
    );
    const asked = request.query['number'];
    const number = numbers.find((key) => key === asked) ?? numbers[0] ?? '';
    const typed = request.query['least'];
    const least = typeof typed === 'string' ? Number.parseInt(typed, 10) || 0 : 0;
    const content = segmentPage(shop, numbers, { number, least });
    response.send(adminPage({ title: 'Segments', shop: shop.name, content }));
  });
  return router;
}
