// Sends the app's calls to Shopify to the stand-in, and lets the app live by its clock, the app unaware. Must run before
// shopify-api captures fetch: NODE_OPTIONS="--import <this file>", with LOCAL_SHOPIFY_URL and LOCAL_CLOCK_FILE set.
import process from 'node:process';
import { shiftDate } from './clock/shifted-date.ts';

if (process.env.LOCAL_CLOCK_FILE) shiftDate(process.env.LOCAL_CLOCK_FILE);

const original = globalThis.fetch;

function redirected(address) {
  const base = process.env.LOCAL_SHOPIFY_URL;
  const url = new URL(address);
  if (!base || !url.hostname.endsWith('.myshopify.com') || !url.pathname.startsWith('/admin/')) return null;
  return `${base}/_shop/${url.hostname}${url.pathname}${url.search}`;
}

globalThis.fetch = (input, init) => {
  const isRequest = input instanceof Request;
  const target = redirected(isRequest ? input.url : String(input));
  if (target === null) return original(input, init);
  return original(isRequest ? new Request(target, input) : target, init);
};
