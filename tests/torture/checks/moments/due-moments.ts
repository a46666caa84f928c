// What was due came: to everybody of whom it can be said for sure, who took part all the time, be they one from the
// first or made one of several.
import { PARCEL_DAYS, THANKS, WEDDING } from '../../events/draw-moments.ts';
import { dayIn, daysLater } from '../../replay/terms.ts';
import type { ListGiven, ShopHistory } from '../../shop-history.ts';
import type { World } from '../../world/world.ts';
import type { Looked } from '../members.ts';
import type { TortureCheck } from '../torture-check.ts';
import { birthdayByFiles, standingFiles, type Standing } from '../set-by-files.ts';
import { giftsOf } from './gifts-of.ts';

/** Whichever of a moment's. */
const SOME = '…';

/** Nothing of it is to be asked any more where `isRead`. */
type Parcel = { orderId: string; promisedOn: string | null; deliveredOn: string | null; isRead: boolean };
type MemberRow = {
  id: string;
  customerId: string;
  keptOrders: number;
  /** Shopify was asked, and counted no more orders than we know. */
  isAllKnown: boolean;
  parcels: Parcel[];
};

const MEMBERS = `select m.id::text, m."customerId"::text, m."keptOrders",
    m."ordersAskedAt" is not null and coalesce(m."ordersAtShopify", 0) <= (select count(*) from "Order" o
      where o."memberId" = m.id and o."placedAt" <= m."ordersAskedAt") as "isAllKnown",
    (select coalesce(json_agg(json_build_object('orderId', k."orderId"::text, 'promisedOn', k."promisedOn", 'deliveredOn', k."deliveredOn",
        'isRead', k."deliveredOn" is not null or coalesce(k."deliveryDueAt" > now(), true))), '[]')
      from "KeptOrder" k where k."memberId" = m.id) as parcels
  from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1 and m."mergedIntoId" is null and m."erasedAt" is null`;

export const dueMomentsCheck = {
  name: 'moments that are due',
  async look(world: Looked & Pick<World, 'merchant'>) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const { shop } = history;
      const given = new Set(
        (await giftsOf(world, history)).map((gift) => `${gift.customerId}/${gift.cause}`),
      );
      const rows = await world.database.ask<MemberRow>(MEMBERS, [shop.domain]);
      const plain = rows.filter((row) => isPlain(history, row));
      const files = await standingFiles(world, history);
      const due = plain.flatMap((row) => dueOf(history, files, row));
      compared += due.length;
      const late = plain.filter((row) => isLate(history, row, world.merchant.startedAt));
      for (const { customerId } of late) due.push([customerId, `late/${SOME}`]);
      const isGiven = (name: string) =>
        name.endsWith(SOME)
          ? [...given].some((one) => one.startsWith(name.slice(0, -SOME.length)))
          : given.has(name);
      const missing = due.filter(([customerId, cause]) => !isGiven(`${customerId}/${cause}`));
      for (const [customerId, cause] of missing)
        wrong.push(
          `${shop.domain}: customer ${customerId} never got ${cause}: ${history.toldOf(customerId).join('; ')}`,
        );
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

/** They took part from first to last. */
function isPlain(history: ShopHistory, { customerId }: MemberRow): boolean {
  const { customers, departed, timesLeftOut, leftOutByFiles, pauses } = history;
  if (!customers.includes(customerId) || leftOutByFiles.has(customerId)) return false;
  // What becomes due on a day that lies wholly within a pause isn't given: of which day it was, nothing is known here.
  if (pauses.some(({ from, until }) => daysLater(from, 1) < until)) return false;
  return !departed.has(customerId) && !timesLeftOut.has(customerId);
}

type Due = [customerId: string, cause: string];

function dueOf(history: ShopHistory, files: readonly Standing[], row: MemberRow): Due[] {
  const { customerId, keptOrders, isAllKnown } = row;
  const { shop, newsletter, dates, births, lists, lostOrders } = history;
  const today = dayIn(shop.setup.timeZone, shop.now());
  // Whoever bought before the moments began may have joined, and bought for the third time, before.
  const halves = history.halvesOf(customerId);
  const hasPast = halves.some((id) => history.hasPast(id));
  const date = dates.get(customerId);
  const birth = births.get(customerId) ?? (halves.length > 1 ? null : birthdayByFiles(files, customerId));
  // Of whom a file says that they belonged for years, nobody is greeted.
  const isOld = history.files.some(({ rows }) =>
    rows.some((row) => halves.includes(row.customerId) && row.joinedOn),
  );
  // What a half that is gone said may come after the merge: Shopify's customer hasn't said it then.
  const saidYes = newsletter.get(customerId)?.saidNo === false;
  const isThird = keptOrders >= 3 && isAllKnown && !halves.some((id) => lostOrders.has(id)) && !hasPast;
  const inLists = lists.filter(({ customerIds }) => halves.some((id) => customerIds.includes(id)));
  return [
    ...(hasPast || isOld ? [] : ['welcome/1']),
    ...(saidYes ? ['news/1'] : []),
    ...(isThird ? ['third/3'] : []),
    ...(date && date <= today ? [`${WEDDING}/${SOME}`] : []),
    ...(birth && birth <= today ? [`born/${SOME}`] : []),
    ...listed(inLists),
    ...arrived(history, row, today),
  ].map((cause): Due => [customerId, cause]);
}

/** By each list that asks for it again; by the one that doesn't, or by some of those. */
function listed(lists: readonly ListGiven[]): string[] {
  const [first, ...more] = lists;
  if (!first) return [];
  const due = more.length === 0 ? [first] : lists.filter(({ again }) => again);
  return [...due.map(({ requestKey }) => `${THANKS}/${requestKey}`), `${THANKS}/${SOME}`];
}

const movedOf = ({ orders }: ShopHistory) => new Set(orders.filter((one) => one.moved).map(({ id }) => id));

/** With orders that were theirs from the first. */
function arrived(history: ShopHistory, { parcels }: MemberRow, today: string): string[] {
  const moved = movedOf(history);
  const came = parcels.filter(({ orderId, deliveredOn }) => deliveredOn !== null && !moved.has(orderId));
  return came
    .filter(({ deliveredOn }) => daysLater(deliveredOn ?? '', PARCEL_DAYS) <= today)
    .map(({ orderId }) => `arrived/${orderId}`);
}

/** Past the promised day, since the moment runs, and not there by then. One is enough: others of these days are one with it. */
function isLate(history: ShopHistory, { parcels }: MemberRow, startedAt: Date): boolean {
  const { timeZone } = history.shop.setup;
  const [from, today] = [dayIn(timeZone, startedAt), dayIn(timeZone, history.shop.now())];
  const moved = movedOf(history);
  return parcels.some(({ orderId, promisedOn, deliveredOn, isRead }) => {
    if (promisedOn === null || !isRead || moved.has(orderId)) return false;
    const on = daysLater(promisedOn, PARCEL_DAYS);
    return (
      on > from && on <= today && (deliveredOn === null || deliveredOn > on) && daysLater(on, 14) >= today
    );
  });
}
