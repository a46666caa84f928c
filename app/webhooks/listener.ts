// Shopify's webhooks, on bare node:http in front of Express and Remix: as little per request as can be.
// 200 means that it is written down; anything else makes Shopify try again.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { countRefusal, countWebhook } from '#app/count-refusals.ts';
import { drainBody } from '#app/bare-http/drain-body.ts';
import { pathOf } from '#app/bare-http/path-of.ts';
import { readBody } from '#app/bare-http/read-body.ts';
import { withTimeout } from '#app/bare-http/with-timeout.ts';
import { now } from '#app/clock.server.ts';
import { config } from '#app/config.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { isValueRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { withLogContext } from '#app/log-context.ts';
import { timeWebhook } from '#app/metrics/web-metrics.server.ts';
import { verifyWebhookHmac } from '#app/shopify/signatures/signature.ts';
import { refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';
import { receiveAppTopic } from './app-topics.ts';
import { receiveCompliance } from './compliance.ts';
import { receiveCustomers } from './customers.ts';
import { receiveDiscount } from './discounts.ts';
import { receiveOrder } from './orders.ts';
import { readDelivery, type SignedDelivery } from './parse-delivery.ts';
import { receiveTheme } from './themes.ts';

const PREFIX = '/webhooks/';
/**
 * An order of 500 lines, each with taxes and discounts and each given back one by one (a refund says its line anew), has
 * 4 MB at most; everything else names a few ids.
 */
const MOST_OF_ORDERS = 4 * 1024 * 1024;
const MOST_OF_OTHERS = 256 * 1024;
const ORDERS = '/webhooks/orders';
/** Shopify hangs up after five seconds. */
const ANSWER_MS = 4500;

type Receive = (delivery: Delivery, rawBody: Buffer) => Promise<void>;

const RECEIVERS: ReadonlyMap<string, Receive> = new Map([
  [ORDERS, receiveOrder],
  ['/webhooks/app', receiveAppTopic],
  ['/webhooks/compliance', receiveCompliance],
  ['/webhooks/customers', receiveCustomers],
  ['/webhooks/discounts', receiveDiscount],
  ['/webhooks/themes', receiveTheme],
]);

/** Whether a request is this listener's. */
export function isWebhook(request: IncomingMessage): boolean {
  return request.url?.startsWith(PREFIX) ?? false;
}

/** Answers 200, 400, 401, 404, 405, 413 or 503, always with an empty body. Refusals are counted, not logged one by one. */
export function handleWebhook(request: IncomingMessage, response: ServerResponse): void {
  const begun = performance.now();
  void answer(request, response)
    .catch((error: unknown) => {
      log.error({ err: error, path: pathOf(request) }, 'webhook failed');
      reply(response, 503);
    })
    .then(() => count(request, response, begun));
}

/** An answer that nobody waited for any more is none. */
function count(request: IncomingMessage, response: ServerResponse, begun: number): void {
  if (!response.headersSent) return;
  const path = pathOf(request);
  const topics = RECEIVERS.has(path) ? path.slice(PREFIX.length) : 'other';
  countWebhook(topics, response.statusCode);
  timeWebhook(topics, begun);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  const receive = RECEIVERS.get(path);
  if (!receive) return hangUp(request, response, 404, 'path');
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return hangUp(request, response, 405, 'method');
  }
  const signed = readDelivery(request.headers, now());
  if (!signed) return hangUp(request, response, 400, 'headers');
  const body = await readBody(request, path === ORDERS ? MOST_OF_ORDERS : MOST_OF_OTHERS);
  if (body === 'aborted') return countRefusal('webhook', 499, 'aborted');
  if (body === 'too-big') return hangUp(request, response, 413, 'too big');
  if (body === 'busy') return hangUp(request, response, 503, 'too many bytes at once');
  if (!verifyWebhookHmac(body, signed.hmac, config().apiSecrets)) {
    countRefusal('webhook', 401, 'signature');
    return reply(response, 401);
  }
  const { topic, shopDomain, webhookId } = signed.delivery;
  const status = withLogContext({ webhookId, topic, shopDomain }, () => outcome(signed, body, receive));
  reply(response, await status);
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
    log.error({ err: error }, 'webhook not written');
    return isValueRefused(error) ? refused(delivery) : 503;
  }
}

/** A value that no parser knew for impossible: telling it again would end the same way. */
async function refused(delivery: Delivery): Promise<200 | 503> {
  try {
    await withTimeout(ANSWER_MS, refuseDelivery(delivery, 'a value that the database refuses'));
    return 200;
  } catch (error) {
    log.error({ err: error }, 'refusal not written');
    return 503;
  }
}

function reply(response: ServerResponse, status: number): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-length': 0 }).end();
}

/** Answers before the body was read. */
function hangUp(request: IncomingMessage, response: ServerResponse, status: number, reason: string): void {
  countRefusal('webhook', status, reason);
  response.setHeader('connection', 'close');
  reply(response, status);
  drainBody(request);
}
