// `npm run demo:order`: one order in the running demo, sold at the desk's till, so that Shopify's webhooks tell the app.
import process from 'node:process';
import { findRunning } from './running-demo.ts';
import type { RunningDemo } from './running-demo.ts';
import { demoSettings } from './settings.ts';

const QUANTITY = '5';
const NO_DEMO = 'No demo is running. Start one with npm run demo, and leave it running.';

/** @returns the path of the order's page. @throws Error of one line when nobody answers, or somebody else. */
async function sell({ admin, customer, product }: RunningDemo): Promise<string> {
  const sale = { 'variant-0': product.variantId, 'quantity-0': QUANTITY, customer: customer.id };
  const body = new URLSearchParams({ ...sale, place: 'till', payment: 'paid' });
  const answer = await fetch(`${admin}/sales`, { method: 'POST', body, redirect: 'manual' }).catch(
    (cause: unknown) => {
      throw new Error(NO_DEMO, { cause });
    },
  );
  const made = /^\/orders\/\d+/.exec(answer.headers.get('location') ?? '')?.[0];
  if (answer.status !== 303 || made === undefined) {
    throw new Error(`${admin} refused the order (${answer.status}): is it the demo of this folder?`);
  }
  return made;
}

/** As the order's page calls it: "#1007". */
async function nameOf(page: string): Promise<string> {
  return /<h1>Order (#\d+)</.exec(await (await fetch(page)).text())?.[1] ?? '';
}

try {
  const running = await findRunning(demoSettings(process.env).folder);
  if (!running) throw new Error(NO_DEMO);
  const { storefront, admin, customer, product } = running;
  const page = admin + (await sell(running));
  process.stdout.write(
    `Order ${await nameOf(page)}: ${customer.firstName} bought five of ${product.title}. ` +
      `What it brought: ${storefront}/products/${product.handle} (sign in as ${customer.firstName}). ` +
      `What the app was told: ${page}\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
