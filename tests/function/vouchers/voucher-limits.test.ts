// Shopify's limits, of the second function: the query's cost, and what its runs spend on carts up to 200 lines.
import { expect, test } from 'vitest';
import { VOUCHER_CONFIG, VOUCHER_VARIABLES, VOUCHERS_FUNCTION } from '#app/core/rewards/voucher-config.ts';
import { jsonBytes } from '#app/core/stamps/json-bytes.ts';
import { deployedFunction } from '#tests/local-shopify/functions/deployed-functions.ts';
import { extensionFiles } from '../extension-files.ts';
import { queryCost } from '../query-cost.ts';
import { DEAREST_KINDS, dearestCart } from './dearest-carts.ts';
import { measuredVoucher } from './run-voucher.ts';
import { voucherInput } from './voucher-scene.ts';

const { inputQuery, inputDocument } = extensionFiles(VOUCHERS_FUNCTION);

test('the input query costs 23 of the 30 that Shopify allows', () => {
  expect(queryCost(inputDocument)).toBe(23);
});

test('the code is the proof: nobody is asked to be signed in', () => {
  expect(inputQuery).not.toContain('isAuthenticated');
});

test('the toml, the query and the app name the same metafields', () => {
  expect(deployedFunction(VOUCHERS_FUNCTION).variables).toEqual(VOUCHER_VARIABLES);
  for (const { namespace, key } of [VOUCHER_CONFIG, { namespace: '$app', key: 'vouchers' }])
    expect(inputQuery).toContain(`metafield(namespace: "${namespace}", key: "${key}")`);
});

const MOST_INSTRUCTIONS = 11_000_000;

test.each(DEAREST_KINDS.flatMap((kind) => [1, 20, 200, 500].map((lines) => [kind, lines] as const)))(
  '%s on a cart of %i lines keeps within what Shopify allows',
  (kind, lines) => {
    const input = voucherInput(dearestCart(kind, lines));
    const run = measuredVoucher(input);
    expect(run.broken).toBeNull();
    expect(run.answer).not.toEqual({ operations: [] });
    expect(run.outputBytes).toBeLessThanOrEqual(20_000);
    if (lines > 200) return;
    expect(jsonBytes(input)).toBeLessThan(128_000);
    expect(run.instructions).toBeLessThan(MOST_INSTRUCTIONS / 2);
  },
);
