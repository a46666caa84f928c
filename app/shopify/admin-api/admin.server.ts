// Calls of Shopify's Admin API for jobs and use cases, with the shop's offline token.
import { AdminRefused, AdminThrottled, AdminUnasked, AdminUnavailable } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { countAdminCall } from '#app/metrics/admin-metrics.server.ts';
import { parseAdminAnswer, type AdminAnswer } from './admin-answer.ts';
import { API_VERSION } from './api-version.ts';
import { giveUpShop, replaceDeadToken, tokenOfShop } from '../auth/app.server.ts';
import type { ShopToken } from '../auth/offline-sessions.server.ts';
import type { AdminOperation } from './operation.ts';

const TIMEOUT_MS = 15_000;
/** The wait where Shopify says "too many" without saying until when. */
const DEFAULT_WAIT_MS = 2_000;

/**
 * The operation's result. A field that Shopify refuses (protected customer data) comes as null where the schema allows.
 * Throws AdminThrottled, AdminUnavailable, AdminRefused, NeedsReopen or ShopNotInstalled.
 */
export async function callAdmin<R, V>(
  shopDomain: string,
  operation: AdminOperation<R, V>,
  variables: V,
): Promise<R> {
  return (await askAdmin(shopDomain, operation, variables)).data;
}

/** As `callAdmin`, with what was refused and what it cost. */
export function askAdmin<R, V>(
  shopDomain: string,
  operation: AdminOperation<R, V>,
  variables: V,
): Promise<AdminAnswer<R>> {
  return countAdminCall(operation.name, () => answerOf(shopDomain, operation, variables));
}

async function answerOf<R, V>(
  shopDomain: string,
  operation: AdminOperation<R, V>,
  variables: V,
): Promise<AdminAnswer<R>> {
  const response = await postWithGoodToken(shopDomain, operation, variables);
  if (!response.ok) throw refusal(shopDomain, operation.name, response);
  const answer = parseAdminAnswer(shopDomain, operation, await bodyOf(shopDomain, response));
  if (answer.refusedFields.length > 0) {
    log.debug({ shopDomain, operation: operation.name, fields: answer.refusedFields }, 'fields were refused');
  }
  return answer;
}

// A token can end before its time: uninstalled and installed again, or two clocks that differ. Once is enough to know.
async function postWithGoodToken<R, V>(
  shopDomain: string,
  operation: AdminOperation<R, V>,
  variables: V,
): Promise<Response> {
  const token = await tokenOfShop(shopDomain);
  const response = await post(token, operation, variables);
  if (response.status !== 401) return response;
  const other = await replaceDeadToken(token);
  const again = await post(other, operation, variables);
  return again.status === 401 ? giveUpShop(other) : again;
}

async function post<R, V>(
  token: ShopToken,
  { name, document }: AdminOperation<R, V>,
  variables: V,
): Promise<Response> {
  try {
    return await fetch(`https://${token.shop}/admin/api/${API_VERSION}/graphql.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': token.accessToken },
      body: JSON.stringify({ query: document, operationName: name, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new AdminUnavailable(token.shop, `${name} had no answer`, error);
  }
}

async function bodyOf(shopDomain: string, response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new AdminUnavailable(shopDomain, 'the answer was cut off', error);
  }
}

function refusal(shopDomain: string, name: string, { status, headers }: Response): Error {
  if (status === 429) {
    const seconds = Number(headers.get('retry-after'));
    return new AdminThrottled(shopDomain, seconds > 0 ? Math.ceil(seconds * 1000) : DEFAULT_WAIT_MS);
  }
  // Frozen and locked shops come back one day; so does a server that fails.
  if (status === 402 || status === 423) return new AdminUnasked(shopDomain, `${name} answered ${status}`);
  const later = status >= 500 || status === 408;
  return later
    ? new AdminUnavailable(shopDomain, `${name} answered ${status}`)
    : new AdminRefused(shopDomain, `${name} answered ${status}`, undefined, status);
}
