// What works at Shopify is somebody's: every code of ours that is there is ready or of a reward that is held, and each of these is
// there and works. No code that an order names is ready to be given.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { Looked } from './members.ts';
import type { TortureCheck } from './torture-check.ts';
import { codeOf } from '../replay/vouchers.ts';
import { names } from './vouchers-of.ts';

type CodeRow = { code: string; state: string; voucher: string | null };

/** The app's own form; a merchant's codes may look otherwise. */
const OURS = /^[a-z2-9]{12}$/;

export const codesCheck = {
  name: 'codes',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const rows = await world.database.ask<CodeRow>(
        `select lower(c.code) as code, c.state, v.state as voucher from "RewardCode" c join "Shop" s on s.id = c."shopId"
         left join "Voucher" v on v."shopId" = c."shopId" and v.code = c.code where s.domain = $1`,
        [history.shop.domain],
      );
      const there = codesAtShopify(history.shop);
      compared += there.size + rows.length;
      wrong.push(...differences(history, rows, there).map((text) => `${history.shop.domain}: ${text}`));
      const orders = await ordersWithoutCodes(world, history);
      wrong.push(...orders.map((id) => `${history.shop.domain}: order ${id} is stored without its codes`));
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

/** Whether each works, for an order that meets its terms. */
function codesAtShopify(shop: LocalShop): Map<string, boolean> {
  const { codeDiscounts } = shop;
  return new Map(
    codeDiscounts.values().flatMap((discount) =>
      codeDiscounts.codesOf(discount.id).map(({ code, usedAt }) => {
        const { usageLimit } = discount;
        const isLeft = usageLimit === null || usedAt.length < usageLimit;
        return [code.toLowerCase(), isLeft && statusAt(discount, shop.now()) === 'ACTIVE'] as const;
      }),
    ),
  );
}

function differences(
  { named, repeated, shop }: ShopHistory,
  rows: readonly CodeRow[],
  there: ReadonlyMap<string, boolean>,
): string[] {
  const wanted = new Map(rows.filter(isSomebodys).map((row) => [row.code, row]));
  const isKnown = (code: string) => [...(named.get(code) ?? [])].some((id) => names(shop, id, code));
  // Shopify counts the use of an order that was deleted before anybody told of it.
  const isUsedUp = (code: string) => named.has(code) || repeated.has(code);
  return [
    ...[...there.keys()]
      .filter((code) => OURS.test(code) && !wanted.has(code))
      .map(
        (code) => `${code} is at Shopify and nobody's: ${JSON.stringify(rows.find((r) => r.code === code))}`,
      ),
    ...[...wanted.values()]
      .filter(({ code }) => there.get(code) !== true && !(there.has(code) && isUsedUp(code)))
      .map((row) => `${row.code} doesn't work: ${JSON.stringify(row)}`),
    ...rows
      .filter(({ code, state, voucher }) => state !== 'burnt' && voucher === null && isKnown(code))
      .map(({ code, state }) => `${code} is named by an order and still ${state}`),
  ];
}

const isSomebodys = ({ state, voucher }: CodeRow): boolean =>
  voucher === null ? state === 'ready' : voucher === 'held';

/** Of orders that Shopify has. */
async function ordersWithoutCodes(world: Looked, { shop }: ShopHistory): Promise<string[]> {
  const rows = await world.database.ask<{ orderId: string; codes: string[] }>(
    `select o."orderId"::text, o.codes from "Order" o join "Shop" s on s.id = o."shopId" where s.domain = $1`,
    [shop.domain],
  );
  const stored = new Map(rows.map(({ orderId, codes }) => [orderId, codes]));
  return [...shop.orders.values()].flatMap(({ id, discounts }) =>
    discounts
      .flatMap(({ type, title }) => (type === 'discount_code' ? codeOf(title) : []))
      .filter((code) => OURS.test(code) && !stored.get(id)?.includes(code))
      .map(() => id),
  );
}
