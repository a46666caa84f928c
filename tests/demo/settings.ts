// What the demo takes from the environment.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Ports } from '#tests/local-shopify/start.ts';

export type DemoSettings = {
  ports: Ports;
  /** Where the demo keeps its database, key, clock and logs: a folder of its own for each database. */
  folder: string;
  /** A server of yours; the embedded one when absent. */
  databaseUrl: string | null;
  shop: string;
  apiKey: string;
  apiSecret: string;
  /** Whether Shopify gives the app its customers' names and e-mails. */
  namesGranted: boolean;
};

const folder = path.resolve(import.meta.dirname, '../../.data/demo');
const lastPort = 65_535;

/** @throws Error of one line for a variable that can't be used. */
export function demoSettings(env: Record<string, string | undefined>): DemoSettings {
  const shop = env['SHOP'] || 'sixth-coffee.myshopify.com';
  if (!/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(shop)) {
    throw new Error(`SHOP must be an address such as sixth-coffee.myshopify.com, not ${shop}.`);
  }
  const databaseUrl = env['DATABASE_URL'] || null;
  return {
    ports: ports(env['PORT'] || '4000'),
    folder: databaseUrl === null ? folder : `${folder}-${shortHash(databaseUrl)}`,
    databaseUrl,
    shop,
    apiKey: env['SHOPIFY_API_KEY'] || 'sixth-demo-key',
    apiSecret: env['SHOPIFY_API_SECRET'] || 'sixth-demo-secret',
    namesGranted: namesGranted(env['NAMES'] || 'granted'),
  };
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

function namesGranted(text: string): boolean {
  if (text !== 'granted' && text !== 'refused')
    throw new Error(`NAMES must be granted or refused, not ${text}.`);
  return text === 'granted';
}

function ports(text: string): Ports {
  const first = Number(text);
  if (!Number.isInteger(first) || first < 1 || first + 2 > lastPort) {
    throw new Error(`PORT must be the first of three free ports, e.g. 4000, not ${text}.`);
  }
  return { storefront: first, admin: first + 1, tunnel: first + 2 };
}
