// Every member's numbers are those of the replay. Of those that differ the one with the shortest history is told whole.
import { replayShop, sumsOfOrder, type Counted, type TrueShop } from '../replay/replay-shop.ts';
import type { Card, Rules, Version } from '../replay/rules.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { World } from '../world/world.ts';
import { broughtIn } from './moved-in.ts';
import { timesByFiles } from './set-by-files.ts';
import { pointsOfGifts } from './moments/gifts-of.ts';
import { vouchersOf } from './vouchers-of.ts';
import type { Checked, TortureCheck } from './torture-check.ts';

/** Told whole, the shortest first. */
const MOST_STORIES = 3;

type MemberRow = {
  id: string;
  customerId: string;
  merged: boolean;
  points: string;
  pending: string;
  cards: Record<string, { stamps: number; coming: number }> | null;
};
export type Looked = Pick<World, 'histories'> & { database: Pick<World['database'], 'ask'> };
type VersionRow = { number: number; publishedAt: Date; rules: Rules; earnsFrom: Date };

async function storedMembers({ database }: Looked, domain: string): Promise<MemberRow[]> {
  return database.ask<MemberRow>(
    `select m.id::text, m."customerId"::text, m."mergedIntoId" is not null as merged, m.points::text, m."pendingPoints"::text as pending,
       (select json_object_agg(c."cardKey", json_build_object('stamps', c.stamps, 'coming', c.coming))
        from "MemberCard" c where c."memberId" = m.id) as cards
     from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1`,
    [domain],
  );
}

async function howCounted({ database }: Looked, domain: string): Promise<Map<string, Counted>> {
  const rows = await database.ask<Counted & { orderId: string }>(
    `select o."orderId"::text, o."programVersion" as version, coalesce((o.facts ->> 'blocked')::boolean, false) as "leftOut"
     from "Order" o join "Shop" s on s.id = o."shopId" where s.domain = $1 and o."appliedRevision" > 0`,
    [domain],
  );
  return new Map(rows.map(({ orderId, version, leftOut }) => [orderId, { version, leftOut }]));
}

/** The shop as it is true at Shopify, and what its merchant did. */
async function trueShop(world: Looked, history: ShopHistory): Promise<TrueShop> {
  const { shop, adjustments } = history;
  const rows = await world.database.ask<VersionRow>(
    `select v.number, v."publishedAt", v.rules, s."earnsFrom" from "ProgramVersion" v join "Shop" s on s.id = v."shopId"
     where s.domain = $1`,
    [shop.domain],
  );
  const counted = await howCounted(world, shop.domain);
  const byFiles = await timesByFiles(world, history);
  const catalogue = (productId: string) => {
    const product = shop.products.find(({ id }) => id === productId);
    return product ? { product, collectionIds: shop.collectionsOf(productId).map(({ id }) => id) } : null;
  };
  return {
    orders: shop.orders.values(),
    vouchers: await vouchersOf(world, history),
    customer: (id) => shop.customers.get(id),
    catalogue,
    versions: rows.map(({ number, publishedAt, rules }): Version => ({ number, publishedAt, rules })),
    counted: (orderId) => counted.get(orderId),
    earnsFrom: rows[0]?.earnsFrom ?? new Date(0),
    adjustments: [
      ...adjustments,
      ...(await pointsOfGifts(world, history)),
      ...(await broughtIn(world, history)),
    ],
    isClosed: (order) => history.isClosed(order),
    timesLeftOut: (id) => history.timesLeftOut.get(id) ?? byFiles.get(id) ?? [],
    settledSize: (_orderId, card: Card) => card.size,
  };
}

/** Zeros left out, in one order, as text. */
function said(has: Map<string, number>, coming: Map<string, number>): string {
  const parts = [
    ...[...has].map(([unit, many]) => [unit, many] as const),
    ...[...coming].map(([unit, many]) => [`${unit} coming`, many] as const),
  ];
  return parts
    .filter(([, many]) => many !== 0)
    .map(([unit, many]) => `${many} ${unit}`)
    .sort()
    .join(', ');
}

function saidOfRow({ points, pending, cards }: MemberRow): string {
  const has = new Map([['points', Number(points)]]);
  const coming = new Map([['points', Number(pending)]]);
  for (const [key, card] of Object.entries(cards ?? {})) {
    has.set(`stamps/${key}`, Number(card.stamps));
    coming.set(`stamps/${key}`, Number(card.coming));
  }
  return said(has, coming);
}

type Differing = { text: string; history: string[]; of: ShopHistory; customerId: string };

async function differences(
  world: Looked,
  history: ShopHistory,
): Promise<{ compared: number; found: Differing[] }> {
  const expected = replayShop(await trueShop(world, history));
  const rows = await storedMembers(world, history.shop.domain);
  // Who was erased bears no customer any more.
  const stored = new Map(rows.map((row) => [history.erased.get(row.id) ?? row.customerId, row]));
  const customers = new Set([...expected.keys(), ...stored.keys()]);
  const found: Differing[] = [];
  for (const customerId of customers) {
    const sums = expected.get(customerId);
    const row = stored.get(customerId);
    const wanted = sums ? said(sums.has, sums.coming) : '';
    const has = row ? saidOfRow(row) : '';
    if (wanted === has) continue;
    const text = `${history.shop.domain}, customer ${customerId}: has ${has || 'nothing'}; by the replay ${wanted || 'nothing'}`;
    found.push({ text, history: history.toldOf(customerId), of: history, customerId });
  }
  return { compared: customers.size, found };
}

/** Of one customer: the orders that have posted something else than the replay says. */
async function ordersThatDiffer(world: Looked, { of: history, customerId }: Differing): Promise<string[]> {
  const truth = await trueShop(world, history);
  const erased = [...history.erased].flatMap(([id, of]) => (of === customerId ? [id] : []));
  const rows = await world.database.ask<{ orderId: string; posted: Record<string, number>; row: object }>(
    `select o."orderId"::text, to_jsonb(o) - 'snapshot' - 'paidSnapshot' as row,
       coalesce((select json_object_agg(unit, sum) from (select e.unit, sum(e.amount) from "LedgerEntry" e
         join "Member" m on m.id = e."memberId" where e."shopId" = o."shopId" and e."orderId" = o."orderId"
         and (m."customerId" = $2 or m.id = any($3::bigint[])) group by 1) as sums), '{}') as posted
     from "Order" o join "Shop" s on s.id = o."shopId" where s.domain = $1`,
    [history.shop.domain, customerId, erased],
  );
  const found = rows.flatMap(({ orderId, posted, row }) => {
    const order = history.shop.orders.get(orderId);
    const wanted =
      order?.customerId === customerId && !truth.isClosed(order)
        ? sumsOfOrder(order, truth).has
        : new Map<string, number>();
    const has = new Map(Object.entries(posted).map(([unit, many]) => [unit, Number(many)]));
    const [a, b] = [said(has, new Map()), said(wanted, new Map())];
    return a === b
      ? []
      : [
          `order ${orderId} has ${a || 'nothing'}, should have ${b || 'nothing'}, by ${JSON.stringify(row)}, at Shopify ${JSON.stringify(order)}`,
        ];
  });
  return [...found, `versions ${JSON.stringify(truth.versions)}`];
}

export const membersCheck = {
  name: 'members',
  async look(world: Looked): Promise<Checked> {
    let compared = 0;
    const found: Differing[] = [];
    for (const history of world.histories) {
      const of = await differences(world, history);
      compared += of.compared;
      found.push(...of.found);
    }
    const wrong = found.map(({ text }) => text);
    const shortest = [...found].sort((a, b) => a.history.length - b.history.length).slice(0, MOST_STORIES);
    const stories: string[] = [];
    for (const one of shortest)
      stories.push(one.text, ...one.history, ...(await ordersThatDiffer(world, one)));
    return { compared, wrong, stories };
  },
} satisfies TortureCheck;
