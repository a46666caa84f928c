// How each published card is given follows the shop's plan: in the cart where functions run, as codes where they don't, and never
// both ways. By whoever holds the lock of the shop's discounts.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { CARD_DISCOUNTS } from '#app/core/discounts/card-discounts.ts';
import { lacksForCodes } from '#app/core/discounts/card-reward.ts';
import { decideCardWay, type CardWay } from '#app/core/discounts/card-way.ts';
import { ownerOfDiscount } from '#app/core/discounts/decide-discounts.ts';
import { cardOwner } from '#app/core/discounts/discount-owner.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { titlesOfVersions } from '#app/core/program/titles-of-versions.ts';
import { runningCards } from '#app/core/stamps/running-cards.ts';
import { foldTitle } from '#app/core/stamps/title-spans.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { ShopDiscount } from '#app/db/discounts/shop-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';
import {
  cardWays,
  isCardTold,
  restCardWays,
  saveCardWay,
  shopOfCards,
  waitsForOrderNaming,
  type KeptCardWay,
  type ShopOfCards,
} from '#app/db/stamps/card-ways.server.ts';
import { log } from '#app/log.server.ts';
import { askFunctionsMayRun } from '../discounts/ask-functions-run.ts';
import { askShownDiscounts } from '../discounts/ask-shown-discounts.ts';
import { takeCardCodesBack } from './take-card-codes-back.ts';

type Shop = { id: number; domain: string };

/** `mayRun`: by its plan and by whom the app was made for, functions run on this shop. */
export type CardWays = { ways: ReadonlyMap<string, CardWay>; mayRun: boolean };

type Following = {
  shop: Shop;
  of: ShopOfCards;
  program: ShopProgram;
  mayRun: boolean;
  rows: readonly KeptCardWay[];
  /** Owners whose automatic discounts give something, or will. */
  there: ReadonlySet<string>;
};

/** @param kept the automatic discounts as noted before. Throws a Failure when Shopify can't be asked. */
export async function followCardWays(
  client: PoolClient,
  shop: Shop,
  program: ShopProgram,
  kept: readonly ShopDiscount[],
): Promise<CardWays> {
  const { cards } = publishedVersion(program).rules;
  const keys = cards.map(({ key }) => key);
  await restCardWays(client, shop.id, keys);
  const of = cards.length > 0 ? await shopOfCards(client, shop.id) : null;
  if (!of) return { ways: new Map(), mayRun: true };
  const mayRun = await askFunctionsMayRun(shop.domain);
  const rows = (await cardWays(client, shop.id)).filter(({ cardKey }) => keys.includes(cardKey));
  const isStill = mayRun && rows.every(({ way, refusedPlan }) => way === 'cart' && refusedPlan === null);
  if (isStill) return { ways: new Map(), mayRun };
  const there = await ownersThere(shop, kept);
  const following = { shop, of, program, mayRun, rows, there };
  const ways = new Map<string, CardWay>();
  for (const card of cards) ways.set(card.key, await follow(client, following, card));
  if (mayRun) await takeCardCodesBack(shop.id, cardsOfCart(program, ways));
  return { ways, mayRun };
}

/** That run today, and that the cart gives, or is about to. */
function cardsOfCart(program: ShopProgram, ways: ReadonlyMap<string, CardWay>): StampCard[] {
  const { cards } = publishedVersion(program).rules;
  const isInCart = ({ key }: StampCard) => ['cart', 'to-cart'].includes(ways.get(key) ?? '');
  return runningCards(cards.filter(isInCart), dayIn(program.timeZone, now()));
}

async function ownersThere(shop: Shop, kept: readonly ShopDiscount[]): Promise<Set<string>> {
  const ids = kept.flatMap(({ discountId }) => discountId ?? []);
  const shown = (await askShownDiscounts(shop.domain, ids)).filter(({ status }) => status !== 'EXPIRED');
  return new Set(shown.flatMap((one) => ownerOfDiscount(CARD_DISCOUNTS, one, kept) ?? []));
}

async function follow(client: PoolClient, following: Following, card: StampCard): Promise<CardWay> {
  const { shop, of, program, mayRun, rows, there } = following;
  const row = rows.find(({ cardKey }) => cardKey === card.key);
  const { way = 'cart', offSince = null, refusedPlan = null } = row ?? {};
  const today = dayIn(program.timeZone, now());
  const step = decideCardWay({
    ...{ way, offSince, now: of.now, reconciledThrough: of.reconciledThrough },
    functionsRun: mayRun && refusedPlan !== of.plan,
    canBeCodes: lacksForCodes(card) === null,
    isThere: there.has(cardOwner(card.key)),
    waitsForOrder:
      way === 'to-codes' && (await waitsForOrderNaming(client, shop.id, card.key, titlesOf(card, program))),
    isTold: way === 'to-cart' && (await isCardTold(client, shop.id, card.key, today)),
  });
  const refused = step.way === 'cart' && mayRun && refusedPlan !== of.plan ? null : refusedPlan;
  await withTransaction(async (saving) => {
    await saveCardWay(saving, shop.id, { ...step, cardKey: card.key, refusedPlan: refused });
    if (step.way !== way) await enqueue(saving, 'sync_program', { shopId: shop.id });
    if (step.reconcile) await enqueue(saving, 'reconcile_shop', { shopId: shop.id });
  });
  if (step.way !== way)
    log.info({ shopDomain: shop.domain, card: card.key, from: way, to: step.way }, 'a card’s way changed');
  return step.way;
}

function titlesOf({ key }: StampCard, { versions }: ShopProgram): string[] {
  const own = titlesOfVersions(versions).filter(({ cardKey }) => cardKey === key);
  return [...new Set(own.map(({ title }) => foldTitle(title)))];
}

/** What Shopify refused though the plan should run it is given as a code for as long as the plan stays. */
export async function noteRefusedCards(
  client: PoolClient,
  shopId: number,
  { mayRun }: CardWays,
  discounts: readonly (Pick<ShopDiscount, 'problem'> & { cardKey: string })[],
): Promise<void> {
  const refused = discounts.filter(({ problem }) => problem === 'functions-not-available');
  if (!mayRun || refused.length === 0) return;
  const of = await shopOfCards(client, shopId);
  if (!of) return;
  const known = (await cardWays(client, shopId)).filter(({ refusedPlan }) => refusedPlan === of.plan);
  for (const { cardKey } of refused) {
    if (known.some((one) => one.cardKey === cardKey)) continue;
    const still = { cardKey, way: 'cart', offSince: null, lookAt: of.now, refusedPlan: of.plan } as const;
    await saveCardWay(client, shopId, still);
  }
}
