// Every member's numbers are those of the replay. Of those that differ the one with the shortest history is told whole.
import { replayShop, type Sums } from '../replay/replay-shop.ts';
import type { Card, Rules, Version } from '../replay/rules.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { World } from '../world/world.ts';
import type { Checked, TortureCheck } from './torture-check.ts';

type MemberRow = {
  customerId: string;
  merged: boolean;
  points: string;
  pending: string;
  cards: Record<string, { stamps: number; coming: number }> | null;
};
type VersionRow = { number: number; publishedAt: Date; rules: Rules; earnsFrom: Date };

async function storedMembers({ database }: World, domain: string): Promise<MemberRow[]> {
  return database.ask<MemberRow>(
    `select m."customerId"::text, m."mergedIntoId" is not null as merged, m.points::text, m."pendingPoints"::text as pending,
       (select json_object_agg(c."cardKey", json_build_object('stamps', c.stamps, 'coming', c.coming))
        from "MemberCard" c where c."memberId" = m.id) as cards
     from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1`,
    [domain],
  );
}

async function replayed(world: World, history: ShopHistory): Promise<Map<string, Sums>> {
  const { shop, adjustments } = history;
  const rows = await world.database.ask<VersionRow>(
    `select v.number, v."publishedAt", v.rules, s."earnsFrom" from "ProgramVersion" v join "Shop" s on s.id = v."shopId"
     where s.domain = $1`,
    [shop.domain],
  );
  const catalogue = (productId: string) => {
    const product = shop.products.find(({ id }) => id === productId);
    return product ? { product, collectionIds: shop.collectionsOf(productId).map(({ id }) => id) } : null;
  };
  return replayShop({
    orders: shop.orders.values(),
    customer: (id) => shop.customers.get(id),
    catalogue,
    versions: rows.map(({ number, publishedAt, rules }): Version => ({ number, publishedAt, rules })),
    earnsFrom: rows[0]?.earnsFrom ?? new Date(0),
    adjustments,
    settledSize: (_orderId, card: Card) => card.size,
  });
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

type Differing = { text: string; history: string[] };

async function differences(
  world: World,
  history: ShopHistory,
): Promise<{ compared: number; found: Differing[] }> {
  const expected = await replayed(world, history);
  const stored = new Map(
    (await storedMembers(world, history.shop.domain)).map((row) => [row.customerId, row]),
  );
  const customers = new Set([...expected.keys(), ...stored.keys()]);
  const found: Differing[] = [];
  for (const customerId of customers) {
    const sums = expected.get(customerId);
    const row = stored.get(customerId);
    const wanted = sums ? said(sums.has, sums.coming) : '';
    const has = row ? saidOfRow(row) : '';
    if (wanted === has) continue;
    const text = `${history.shop.domain}, customer ${customerId}: has ${has || 'nothing'}; by the replay ${wanted || 'nothing'}`;
    found.push({ text, history: history.toldOf(customerId) });
  }
  return { compared: customers.size, found };
}

export const membersCheck: TortureCheck = {
  name: 'members',
  async look(world): Promise<Checked> {
    let compared = 0;
    const found: Differing[] = [];
    for (const history of world.histories) {
      const of = await differences(world, history);
      compared += of.compared;
      found.push(...of.found);
    }
    const [smallest] = [...found].sort((a, b) => a.history.length - b.history.length);
    const story = smallest
      ? [`of these the one with the shortest history: ${smallest.text}`, ...smallest.history]
      : [];
    return { compared, wrong: [...found.map(({ text }) => text), ...story] };
  },
};
