// Shopify's webhooks, on bare node:http in front of Express and Remix: as little per request as can be.
// 200 means that it is written down; anything else makes Shopify try again.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { drainBody } from '#app/bare-http/drain-body.ts';
import { pathOf } from '#app/bare-http/path-of.ts';
import { readBody } from '#app/bare-http/read-body.ts';
import { withTimeout } from '#app/bare-http/with-timeout.ts';
import { now } from '#app/clock.server.ts';
import { config } from '#app/config.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { isValueRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { verifyWebhookHmac } from '#app/shopify/signatures/signature.ts';
import { refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';
import { receiveAppTopic } from './app-topics.ts';
import { receiveCompliance } from './compliance.ts';
import { receiveCustomers } from './customers.ts';
import { receiveDiscount } from './discounts.ts';
import { receiveOrder } from './orders.ts';
import { readDelivery, type SignedDelivery } from './parse-delivery.ts';

const PREFIX = '/webhooks/';
const MAX_BYTES = 2 * 1024 * 1024;
/** Shopify hangs up after five seconds. */
const ANSWER_MS = 4500;

type Receive = (delivery: Delivery, rawBody: Buffer) => Promise<void>;

const RECEIVERS: ReadonlyMap<string, Receive> = new Map([
  ['/webhooks/orders', receiveOrder],
  ['/webhooks/app', receiveAppTopic],
  ['/webhooks/compliance', receiveCompliance],
  ['/webhooks/customers', receiveCustomers],
  ['/webhooks/discounts', receiveDiscount],
]);

/** Whether a request is this listener's. */
export function isWebhook(request: IncomingMessage): boolean {
  return request.url?.startsWith(PREFIX) ?? false;
}

/** Answers 200, 400, 401, 404, 405, 413 or 503, always with an empty body. */
export function handleWebhook(request: IncomingMessage, response: ServerResponse): void {
  answer(request, response).catch((error: unknown) => {
    log.error({ err: error, path: pathOf(request) }, 'webhook failed');
    reply(response, 503);
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const receive = RECEIVERS.get(pathOf(request));
  if (!receive) return hangUp(request, response, 404);
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return hangUp(request, response, 405);
  }
  const signed = readDelivery(request.headers, now());
  if (!signed) return hangUp(request, response, 400);
  const body = await readBody(request, MAX_BYTES);
  if (body === 'aborted') return;
  if (body === 'too-big') return hangUp(request, response, 413);
  if (!verifyWebhookHmac(body, signed.hmac, config().apiSecrets)) return reply(response, 401);
  reply(response, await outcome(signed, body, receive));
}

async function outcome(signed: SignedDelivery, body: Buffer, receive: Receive): Promise<200 | 503> {
  const { delivery, impossible } = signed;
  try {
    const work = impossible
      ? refuseDelivery(delivery, `impossible header: ${impossible}`)
      : receive(delivery, body);
    await withTimeout(ANSWER_MS, work);
    return 200;
  } catch (error) {
    const { topic, shopDomain, webhookId } = delivery;
    log.error({ err: error, topic, shopDomain, webhookId }, 'webhook not written');
    return isValueRefused(error) ? refused(delivery) : 503;
  }
}

/** A value that no parser knew for impossible: telling it again would end the same way. */
async function refused(delivery: Delivery): Promise<200 | 503> {
  try {
    await withTimeout(ANSWER_MS, refuseDelivery(delivery, 'a value that the database refuses'));
    return 200;
  } catch (error) {
    log.error({ err: error, webhookId: delivery.webhookId }, 'refusal not written');
    return 503;
  }
}

function reply(response: ServerResponse, status: number): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-length': 0 }).end();
}

/** Answers before the body was read. */
function hangUp(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.setHeader('connection', 'close');
  reply(response, status);
  drainBody(request);
}
