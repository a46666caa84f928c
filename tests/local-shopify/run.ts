// Local Shopify alone, beside an app that is started by hand: `APP=http://127.0.0.1:3000 npm run local-shopify`.
import process from 'node:process';
import { coffeeRoaster } from './shop/coffee-roaster.ts';
import { startLocalShopify } from './start.ts';

const { APP, PORT, SHOPIFY_API_KEY, SHOPIFY_API_SECRET } = process.env;
const first = Number(PORT || '4000');
const credentials = {
  apiKey: SHOPIFY_API_KEY || 'local-key',
  apiSecret: SHOPIFY_API_SECRET || 'local-secret',
};

const started = await startLocalShopify({
  ...credentials,
  shops: [coffeeRoaster()],
  ports: { storefront: first, admin: first + 1, tunnel: first + 2 },
  appTarget: () => APP || null,
});
const { urls, shopify } = started;
process.stdout.write(`Local Shopify, with ${shopify.firstShop.domain}.

  Storefront  ${urls.storefront}
  Admin       ${urls.admin}
  App         ${urls.tunnel}, passed on to ${APP || 'nowhere: give APP=http://127.0.0.1:<its port>'}

Start the app with these:

  NODE_OPTIONS=--import=${new URL('preload.mjs', import.meta.url).href}
  LOCAL_SHOPIFY_URL=${urls.admin}
  SHOPIFY_APP_URL=${urls.tunnel}
  SHOPIFY_API_KEY=${credentials.apiKey}
  SHOPIFY_API_SECRET=${credentials.apiSecret}

Ctrl-C stops it; what happened is forgotten.
`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void started.stop().then(() => process.exit(0)));
}
