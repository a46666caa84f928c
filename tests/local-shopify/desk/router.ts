// The desk: what a merchant does to orders and drafts in Shopify's admin, and what the network does to webhooks.
import express, { Router } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { codeDiscountRoutes } from './code-discount-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { discountRoutes } from './discount-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { flowRoutes } from './flow-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { saleRoutes } from './sale-routes.ts';
import { segmentRoutes } from './segment-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export function deskRouter(shopify: LocalShopify): Router {
  const router = Router();
  router.use(
    ['/orders', '/drafts', '/sales', '/customers', '/discounts', '/webhooks', '/clock'],
    express.urlencoded({ extended: false }),
  );
  router.use(orderRoutes(shopify), saleRoutes(shopify), draftRoutes(shopify), customerRoutes(shopify));
  router.use(segmentRoutes(shopify));
  router.use(discountRoutes(shopify), codeDiscountRoutes(shopify), webhookRoutes(shopify));
  router.use(flowRoutes(shopify));
  return router;
}
