// Sends the app's calls to Shopify to the stand-in, lets no other call leave the machine, and lets the app live by the
// stand-in's clock, the app unaware. Must run before shopify-api captures fetch: NODE_OPTIONS="--import <this file>", with
// LOCAL_SHOPIFY_URL and LOCAL_CLOCK_FILE set.
import process from 'node:process';
import { shiftDate } from './clock/shifted-date.ts';

if (process.env.LOCAL_CLOCK_FILE) shiftDate(process.env.LOCAL_CLOCK_FILE);

const original = globalThis.fetch;
const HERE = /^(localhost|127(\.\d+){3}|\[::1\])?$/;

/** Null for an address of this machine, or of none, as `data:` is. Throws for one that is elsewhere, whoever asks. */
function redirected(address) {
  const base = process.env.LOCAL_SHOPIFY_URL;
  const url = new URL(address);
  if (HERE.test(url.hostname)) return null;
  if (base && url.hostname.endsWith('.myshopify.com') && url.pathname.startsWith('/admin/'))
    return `${base}/_shop/${url.hostname}${url.pathname}${url.search}`;
  throw new TypeError(`fetch failed: ${url.hostname} is not on this machine`);
}

globalThis.fetch = async (input, init) => {
  const isRequest = input instanceof Request;
  const target = redirected(isRequest ? input.url : String(input));
  if (target === null) return original(input, init);
  return original(isRequest ? new Request(target, input) : target, init);
};
