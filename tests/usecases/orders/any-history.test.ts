// Small histories by chance end where the plain replay of the torture says, however their news came.
import { useLocalShopify } from '#tests/support/use-local-shopify.ts';
import process from 'node:process';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { playSmallHistory, tortured } from '#tests/support/small-history.ts';
import { codesCheck } from '#tests/torture/checks/codes.ts';
import { limitsCheck } from '#tests/torture/checks/limits.ts';
import { lotsCheck } from '#tests/torture/checks/lots.ts';
import { membersCheck } from '#tests/torture/checks/members.ts';
import { termsCheck } from '#tests/torture/checks/terms.ts';
import { vouchersCheck } from '#tests/torture/checks/vouchers.ts';
import { Random } from '#tests/torture/random.ts';

/** `HISTORIES=60 FIRST=9` plays others, and more of them. */
const [HISTORIES, FIRST] = [Number(process.env['HISTORIES'] ?? 8), Number(process.env['FIRST'] ?? 1)];
const SEEDS = Array.from({ length: HISTORIES }, (_, index) => FIRST + index);
const local = useLocalShopify(SEEDS.length);

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

it.each(SEEDS)('C94 a small history by chance ends as the plain replay says (seed %i)', async (seed) => {
  const shop = await local.install(SEEDS.indexOf(seed));
  local.shopify().throttle(shop.domain).configure(100_000);
  const history = await playSmallHistory(local.shopify(), shop, new Random(seed));
  const world = { database: tortured, histories: [history] };
  const looked = await membersCheck.look(world);
  const { compared, wrong, stories = [] } = looked;
  expect(wrong, stories.join('\n')).toEqual([]);
  const rewards = await vouchersCheck.look(world);
  expect(rewards.wrong, rewards.stories.join('\n')).toEqual([]);
  for (const { look } of [codesCheck, lotsCheck, limitsCheck, termsCheck])
    expect((await look(world)).wrong).toEqual([]);
  expect(compared).toBeGreaterThan(0);
  expect(await checkLedger()).toBe(0);
});
