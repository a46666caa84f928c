// The seal of a page of ours that asks the shopper to confirm: only what that page showed, to that customer, within the hour, is done. A
// form of any other page of the web can't have it.
import { timingSafeEqual } from 'node:crypto';
import type { ProxyCaller } from '#app/shopify/signatures/proxy-signature.ts';
import { hmac } from '#app/shopify/signatures/signature.ts';

export type Sealed = { action: string; caller: ProxyCaller; fields: Readonly<Record<string, string>> };

const LASTS_MS = 60 * 60 * 1_000;

/** @param at when it is shown */
export function sealForm(sealed: Sealed, secret: string, at: Date): { until: string; seal: string } {
  const until = String(at.getTime() + LASTS_MS);
  return { until, seal: digest(sealed, until, secret).toString('hex') };
}

/** Any of the secrets may have sealed it. */
export function isSealed(
  sealed: Sealed,
  { until = '', seal = '' }: { until?: string | undefined; seal?: string | undefined },
  secrets: readonly string[],
  at: Date,
): boolean {
  if (!/^[0-9a-f]{64}$/.test(seal) || !/^\d{1,15}$/.test(until)) return false;
  const left = Number(until) - at.getTime();
  if (left < 0 || left > LASTS_MS) return false;
  const given = Buffer.from(seal, 'hex');
  return secrets.some((secret) => timingSafeEqual(given, digest(sealed, until, secret)));
}

/** By a key of its own, so that it can be taken for no signature of Shopify's. */
function digest({ action, caller, fields }: Sealed, until: string, secret: string): Buffer {
  const key = hmac('a form that the shopper confirms', secret).toString('hex');
  const told = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
  return hmac(JSON.stringify([action, caller.shopDomain, caller.customerId, until, told]), key);
}
