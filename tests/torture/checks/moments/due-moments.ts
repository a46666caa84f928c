// What was due came: to everybody of whom it can be said for sure, who took part all the time and was never made one with another.
import { PARCEL_DAYS, THANKS, WEDDING } from '../../events/draw-moments.ts';
import { dayIn, daysLater } from '../../replay/terms.ts';
import type { ShopHistory } from '../../shop-history.ts';
import type { Looked } from '../members.ts';
import type { TortureCheck } from '../torture-check.ts';
import { giftsOf } from './gifts-of.ts';

type MemberRow = {
  id: string;
  customerId: string;
  keptOrders: number;
  /** Shopify was asked, and counted no more orders than we know. */
  isAllKnown: boolean;
  parcels: { orderId: string; deliveredOn: string }[];
};

const MEMBERS = `select m.id::text, m."customerId"::text, m."keptOrders",
    m."ordersAskedAt" is not null and coalesce(m."ordersAtShopify", 0) <= (select count(*) from "Order" o
      where o."memberId" = m.id and o."placedAt" <= m."ordersAskedAt") as "isAllKnown",
    (select coalesce(json_agg(json_build_object('orderId', k."orderId"::text, 'deliveredOn', k."deliveredOn")), '[]')
      from "KeptOrder" k where k."memberId" = m.id and k."deliveredOn" is not null) as parcels
  from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1 and m."mergedIntoId" is null and m."erasedAt" is null`;

export const dueMomentsCheck = {
  name: 'moments that are due',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const { shop } = history;
      const given = new Set(
        (await giftsOf(world, history)).map((gift) => `${gift.customerId}/${gift.cause}`),
      );
      const rows = await world.database.ask<MemberRow>(MEMBERS, [shop.domain]);
      const due = rows.filter((row) => isPlain(history, row)).flatMap((row) => dueOf(history, row));
      compared += due.length;
      const missing = due.filter(([customerId, cause]) => !given.has(`${customerId}/${cause}`));
      for (const [customerId, cause] of missing)
        wrong.push(
          `${shop.domain}: customer ${customerId} never got ${cause}: ${history.toldOf(customerId).join('; ')}`,
        );
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

/** They took part from first to last, alone. */
function isPlain(history: ShopHistory, { customerId }: MemberRow): boolean {
  const { customers, joined, departed, timesLeftOut } = history;
  if (!customers.includes(customerId) || joined.has(customerId)) return false;
  return !departed.has(customerId) && !timesLeftOut.has(customerId);
}

type Due = [customerId: string, cause: string];

function dueOf(history: ShopHistory, row: MemberRow): Due[] {
  const { customerId, keptOrders, isAllKnown } = row;
  const { shop, newsletter, dates, lists, lostOrders } = history;
  const today = dayIn(shop.setup.timeZone, shop.now());
  // Whoever bought before the moments began may have joined, and bought for the third time, before.
  const hasPast = history.hasPast(customerId);
  const date = dates.get(customerId);
  const saidYes = newsletter.get(customerId)?.saidNo === false;
  const isThird = keptOrders >= 3 && isAllKnown && !lostOrders.has(customerId) && !hasPast;
  const inLists = lists.filter(({ customerIds }) => customerIds.includes(customerId));
  return [
    ...(hasPast ? [] : ['welcome/1']),
    ...(saidYes ? ['news/1'] : []),
    ...(isThird ? ['third/3'] : []),
    ...(date && date <= today ? [`${WEDDING}/${date.slice(0, 4)}`] : []),
    ...inLists.map(({ requestKey }) => `${THANKS}/${requestKey}`),
    ...arrived(history, row, today),
  ].map((cause): Due => [customerId, cause]);
}

/** With orders that were theirs from the first. */
function arrived({ orders }: ShopHistory, { parcels }: MemberRow, today: string): string[] {
  const moved = new Set(orders.filter((one) => one.moved).map(({ id }) => id));
  return parcels
    .filter(({ orderId, deliveredOn }) => !moved.has(orderId) && daysLater(deliveredOn, PARCEL_DAYS) <= today)
    .map(({ orderId }) => `arrived/${orderId}`);
}
