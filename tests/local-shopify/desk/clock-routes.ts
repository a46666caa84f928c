// Moves the clock. The form stands on the page of orders.
import { Router } from 'express';
import type { Request } from 'express';
import { dayIn } from '#tests/local-shopify/clock/days.ts';
import { readLaterDay, sameTimeOn } from '#tests/local-shopify/clock/later-day.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { change, refused } from './answer.ts';
import type { Change, Made } from './answer.ts';
import type { Read } from './form.ts';

async function move(shopify: LocalShopify, request: Request): Promise<Read<Made>> {
  const { timeZone } = shopify.firstShop.setup;
  const at = shopify.clock();
  const read = readLaterDay(field(request, 'day'), dayIn(timeZone, at));
  if ('wrong' in read) return refused({ day: read.wrong });
  await shopify.moveClock(sameTimeOn(read.day, at, timeZone));
  return { ok: true, value: '/orders?done=clock' };
}

export function clockRoutes(shopify: LocalShopify, show: Change['show']): Router {
  const router = Router();
  const make = (request: Request) => (shopify.movable ? move(shopify, request) : null);
  router.post('/clock', change({ form: 'clock', show, make }));
  return router;
}
