// /_shop/<domain>/admin/...: what https://<domain>/admin/... is at Shopify. Tokens, versions and faults are
// looked at here; the query itself in execute.ts.
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import type { ErrorRequestHandler, Request, Response, Router } from 'express';
import { z } from 'zod';
import { answerTokenRequest, grantOf } from '#tests/local-shopify/oauth/token-endpoint.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { Scripted } from '#tests/local-shopify/shop/faults.ts';
import type { AdminContext } from './context.ts';
import { answerAdmin } from './execute.ts';
import { API_VERSION } from './schema.ts';

const adminRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const UNAUTHORIZED = {
  errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
};

/** The call's context, or null when its token is none. */
function contextOf(shopify: LocalShopify, request: Request): AdminContext | null {
  const { domain = '' } = request.params;
  const installation = shopify.installation(domain);
  const at = shopify.clock();
  const token = shopify.tokens.find(domain, request.get('X-Shopify-Access-Token') ?? '', at);
  if (!token || !installation) return null;
  return { shopify, shop: shopify.shop(domain), installation, scopes: token.scopes, at };
}

function sendScripted(response: Response, { status, body, headers = {} }: Scripted): void {
  response.status(status).set(headers).json(body);
}

/** The call as it came, whether or not it is let in. */
function scriptedAnswer(shopify: LocalShopify, request: Request): Promise<Scripted | null> | Scripted | null {
  const { domain: shop = '' } = request.params;
  const { operationName, variables } = (request.body ?? {}) as {
    operationName?: unknown;
    variables?: unknown;
  };
  const operation = typeof operationName === 'string' ? operationName : '';
  const call = { shop, token: request.get('X-Shopify-Access-Token') ?? '', operation };
  shopify.asked.noteCall(call);
  return shopify.faults(shop).script?.(call, (variables ?? {}) as Record<string, unknown>) ?? null;
}

async function answerGraphql(shopify: LocalShopify, request: Request, response: Response): Promise<void> {
  const scripted = await scriptedAnswer(shopify, request);
  if (scripted) {
    sendScripted(response, scripted);
    return;
  }
  const context = contextOf(shopify, request);
  if (!context) {
    response.status(401).json(UNAUTHORIZED);
    return;
  }
  const asked = adminRequest.safeParse(request.body);
  if (!asked.success) {
    response.status(400).json({ errors: { query: 'Required parameter missing or invalid' } });
    return;
  }
  const fault = shopify.faults(context.shop.domain).take();
  if (fault === 'time_out') return;
  if (fault === 'error') {
    response.status(500).json({ errors: 'Internal Server Error' });
    return;
  }
  const { query, variables = null, operationName = null } = asked.data;
  const { held } = shopify.faults(context.shop.domain);
  await held.pass(operationName ?? '', 'asked');
  const answer = await answerAdmin(
    context,
    { query, variables, operationName },
    { throttled: fault === 'throttle' },
  );
  await held.pass(operationName ?? '', 'done');
  if (fault === 'lose_answer') {
    request.socket.destroy();
    return;
  }
  const call = { shop: context.shop.domain, token: '', operation: operationName ?? '' };
  const told = shopify.faults(context.shop.domain).rewrite?.(call, answer) ?? answer;
  response.set('X-Shopify-API-Version', API_VERSION).json(told);
}

async function answerToken(shopify: LocalShopify, request: Request, response: Response): Promise<void> {
  const { domain = '' } = request.params;
  const { tokenMs, tokenRefusal } = shopify.faults(domain);
  shopify.asked.noteGrant(grantOf(domain, request.body));
  await sleep(tokenMs);
  if (tokenRefusal) {
    sendScripted(response, tokenRefusal);
    return;
  }
  const { status, body } = await answerTokenRequest(shopify, domain, request.body);
  response.status(status).json(body);
}

/** A failure of the stand-in itself; express knows an error handler by its four parameters. */
const answerFailure: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const message = error instanceof Error ? error.message : String(error);
  response.status(500).json({ errors: `local Shopify failed: ${message}` });
};

/** To be mounted on the admin port; parses its own bodies. */
export function adminApiRouter(shopify: LocalShopify): Router {
  const router = express.Router();
  const json = express.json({ limit: '10mb' });
  const form = express.urlencoded({ extended: false });
  router.use('/_shop/:domain', (request, response, next) => {
    if (shopify.shops.has(request.params.domain)) next();
    else response.status(404).json({ errors: 'Not Found' });
  });
  router.post('/_shop/:domain/admin/oauth/access_token', json, form, (request, response, next) => {
    answerToken(shopify, request, response).catch(next);
  });
  router.post(`/_shop/:domain/admin/api/${API_VERSION}/graphql.json`, json, (request, response, next) => {
    answerGraphql(shopify, request, response).catch(next);
  });
  router.all('/_shop/:domain/admin/*', (_request, response) => {
    response.status(404).json({ errors: 'Not Found' });
  });
  router.use('/_shop', answerFailure);
  return router;
}
