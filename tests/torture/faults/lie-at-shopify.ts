// Shopify answers, and the answer isn't true: errors with status 200, metafields refused for no reason, a replica that
// doesn't know yet what was asked for. And its token dies, until the merchant opens the app.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '#tests/local-shopify/shop/faults.ts';
import type { TortureFault } from './torture-fault.ts';

const INTERNAL = {
  errors: [{ message: 'Internal error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
};

/** Lies a few times, then never again. */
const lying = (
  name: string,
  weight: number,
  lie: (faults: Faults, over: () => void) => void,
): TortureFault => ({
  name,
  weight,
  strike(random, { shopify, histories }) {
    const faults = shopify.faults(random.pick(histories).shop.domain);
    let left = random.whole(1, 2);
    lie(faults, () => {
      left -= 1;
      if (left <= 0) Object.assign(faults, { script: null, rewrite: null, refuseMetafield: null });
    });
    return Promise.resolve(true);
  },
});

const errorsAsSuccess = lying('errors with status 200', 3, (faults, over) => {
  faults.script = () => {
    over();
    return { status: 200, body: INTERNAL };
  };
});

const refusedMetafields = lying('metafields refused', 2, (faults, over) => {
  faults.refuseMetafield = () => {
    over();
    return { message: 'Something went wrong.', code: 'INTERNAL_ERROR' };
  };
});

const halfAnswers = lying('half an answer', 2, (faults, over) => {
  faults.rewrite = (_call, answer) => {
    over();
    const { data } = answer as { data?: Record<string, unknown> };
    const empty = Object.fromEntries(Object.keys(data ?? {}).map((field) => [field, null]));
    return { data: empty, errors: [{ message: 'Timeout', path: Object.keys(empty).slice(0, 1) }] };
  };
});

const deadToken: TortureFault = {
  name: 'dead token',
  weight: 0.3,
  async strike(random, { shopify, merchant, histories }) {
    const { shop, away } = random.pick(histories);
    if (away) return false;
    await shopify.tokens.revokeAll(shop.domain);
    await sleep(random.whole(100, 2_000));
    await merchant.openApp(shop.domain);
    return true;
  },
};

export const lieAtShopify: readonly TortureFault[] = [
  errorsAsSuccess,
  refusedMetafields,
  halfAnswers,
  deadToken,
];
