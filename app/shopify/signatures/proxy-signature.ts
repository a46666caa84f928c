// Requests that Shopify passes on from a shop's pages (app proxy). Only what Shopify signed says whose they are.
import { timingSafeEqual } from 'node:crypto';
import { isShopifyId } from '#app/core/values/shopify-id.ts';
import { hmac } from './signature.ts';

/** The caller: the shop, the customer who is signed in there, and the path by which the shop's pages reach us. */
export type ProxyCaller = { shopDomain: string; customerId: string | null; path: string };

export type ProxyCheck =
  { ok: true; caller: ProxyCaller } | { ok: false; reason: 'not-signed' | 'stale' | 'not-shopifys' };

/** Shopify's own library allows as much. */
const MOST_SECONDS_APART = 90;

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
const PATH = /^\/[a-z0-9_-]{1,20}\/[a-z0-9_-]{1,64}$/i;

/**
 * Checks a query string: the signature (by any of the secrets), its age, and that each value that we rely on is there
 * once. `customerId` is null for a visitor who isn't signed in.
 */
export function checkProxyQuery(search: string, secrets: readonly string[], at: Date): ProxyCheck {
  const query = grouped(new URLSearchParams(search));
  if (!isSigned(query, secrets)) return { ok: false, reason: 'not-signed' };
  const [shop, path, timestamp] = ['shop', 'path_prefix', 'timestamp'].map((name) => only(query, name));
  const customer = query.has('logged_in_customer_id') ? only(query, 'logged_in_customer_id') : '';
  // Signed, but no form of Shopify's: a value told twice could be the shopper's own.
  if (!shop || !SHOP.test(shop) || !path || !PATH.test(path)) return { ok: false, reason: 'not-shopifys' };
  if (customer === undefined || (customer !== '' && !isShopifyId(customer)))
    return { ok: false, reason: 'not-shopifys' };
  if (!isRecent(timestamp, at)) return { ok: false, reason: 'stale' };
  return { ok: true, caller: { shopDomain: shop, customerId: customer || null, path } };
}

type Query = ReadonlyMap<string, readonly string[]>;

function grouped(params: URLSearchParams): Query {
  const query = new Map<string, string[]>();
  for (const [name, value] of params) query.set(name, [...(query.get(name) ?? []), value]);
  return query;
}

/** Undefined where it is missing or told twice. */
function only(query: Query, name: string): string | undefined {
  const values = query.get(name) ?? [];
  return values.length === 1 ? values[0] : undefined;
}

function isSigned(query: Query, secrets: readonly string[]): boolean {
  const given = only(query, 'signature');
  if (given === undefined || !/^[0-9a-f]{64}$/.test(given)) return false;
  const digest = Buffer.from(given, 'hex');
  const text = signedText(query);
  return secrets.some((secret) => timingSafeEqual(digest, hmac(text, secret)));
}

/** As Shopify writes it: sorted `name=value`, repeated values joined by a comma, nothing between the pairs. */
function signedText(query: Query): string {
  const pairs = [...query].filter(([name]) => name !== 'signature');
  return pairs
    .map(([name, values]) => `${name}=${values.join(',')}`)
    .sort()
    .join('');
}

function isRecent(timestamp: string | undefined, at: Date): boolean {
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(at.getTime() / 1000 - Number(timestamp)) <= MOST_SECONDS_APART;
}
