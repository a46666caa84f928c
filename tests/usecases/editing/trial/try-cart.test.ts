// A made-up cart knows of its products what Shopify knows: which are gift cards, and whether prices hold tax.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, expect, it } from 'vitest';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { NamedTrialLine } from '#app/core/editing/trial/parse-trial-form.ts';
import { pool } from '#app/db/pool.server.ts';
import { tryCart, type Trial, type TrialShopper } from '#app/usecases/editing/trial/try-program.ts';
import type { Product } from '#tests/local-shopify/shop/types.ts';
import { card as stampCard, rules } from '#tests/support/factories.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
});

const ofKind = (giftCard: boolean, of = shop): Product =>
  of.local.products.find((product) => product.giftCard === giftCard)!;

const lineOf = ({ id, title, variants: [variant] }: Product): NamedTrialLine => ({
  title,
  priceMinor: variant!.priceMinor,
  quantity: 1,
  productId: id,
  variantId: variant!.id,
});

const typedLine: NamedTrialLine = {
  title: 'Typed',
  priceMinor: 1_000,
  quantity: 1,
  productId: null,
  variantId: null,
};

/** Who has no stamps. */
const NOBODY: TrialShopper = { held: {}, blocked: false };

const counting = (counts: Partial<ProgramRules['counts']>) =>
  rules({ counts: { ...rules().counts, ...counts } });

const tried = (program: ProgramRules, lines: NamedTrialLine[]): Promise<Trial> =>
  tryCart(
    { id: shop.id, domain: shop.domain, currency: 'EUR', timeZone: 'Europe/Paris' },
    program,
    lines,
    NOBODY,
  );

const worth = ({ units }: Trial) =>
  Object.fromEntries(units.map(({ unit, explanation }) => [unit, explanation.target]));

it('C27 a picked gift card earns neither points nor a stamp, and the reason says so', async () => {
  const coffee = ofKind(false);
  const trial = await tried(rules(), [lineOf(coffee), lineOf(ofKind(true))]);
  expect(worth(trial)).toEqual({
    points: Math.floor(coffee.variants[0]!.priceMinor / 100),
    'stamps/coffee': 1,
  });
  expect(trial.units[0]!.explanation.earned?.lines.map(({ excluded }) => excluded)).toEqual([
    undefined,
    'gift-card',
  ]);
});

it('C27 a picked gift card earns points where the program counts gift cards, and still no stamp', async () => {
  const card = ofKind(true);
  const trial = await tried(counting({ giftCards: true }), [lineOf(card)]);
  expect(worth(trial)).toEqual({ points: Math.floor(card.variants[0]!.priceMinor / 100) });
});

it('C27 prices without tax count in full, and the merchant is told where they hold tax', async () => {
  const lines = [typedLine];
  expect(await tried(counting({ tax: 'without' }), lines)).toMatchObject({ taxUnknown: true });
  expect(worth(await tried(counting({ tax: 'without' }), lines))).toEqual({ points: 10 });
  expect(await tried(counting({ tax: 'as-shown' }), lines)).toMatchObject({ taxUnknown: false });
  const { setup } = shop.local;
  const included = setup.taxesIncluded;
  setup.taxesIncluded = false;
  const onTop = await tried(counting({ tax: 'without' }), lines);
  setup.taxesIncluded = included;
  expect(onTop.taxUnknown).toBe(false);
});

it('C62 another shop’s product tells nothing: its line is an ordinary one', async () => {
  const foreign = lineOf(ofKind(true, await local.install(1)));
  expect(worth(await tried(rules({ cards: [] }), [foreign]))).toEqual({
    points: Math.floor(foreign.priceMinor / 100),
  });
});

it('lines that name no product ask Shopify nothing', async () => {
  const away = { id: shop.id, domain: 'nobody.myshopify.com', currency: 'EUR', timeZone: 'Europe/Paris' };
  expect(worth(await tryCart(away, rules({ cards: [] }), [typedLine], NOBODY))).toEqual({ points: 10 });
});

it('C110 where full cards are given as codes no item of the cart is free', async () => {
  const coffee = ofKind(false);
  const program = rules({ cards: [stampCard({ maxPriceMinor: 1_500 })] });
  const lines = [{ ...lineOf(coffee), quantity: 6 }];
  expect((await tried(program, lines)).freeUnits).toMatchObject([{ free: 1, codes: null, after: 0 }]);
  await pool().query(`insert into "CardWay" ("shopId", "cardKey", way) values ($1, 'coffee', 'codes')`, [
    shop.id,
  ]);
  const trial = await tried(program, lines);
  await pool().query('delete from "CardWay" where "shopId" = $1', [shop.id]);
  expect(trial.freeUnits).toMatchObject([{ free: 0, codes: 1, after: 1 }]);
  expect(worth(trial)).toMatchObject({ 'stamps/coffee': 6 });
});
