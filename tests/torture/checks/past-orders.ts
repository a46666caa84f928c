// Past orders earn where the merchant let them, each once and by the version that they were shown; once that was undone nothing of it is
// there but what people had spent of it. Where they were read, all of them are known.
import type { ShopHistory } from '../shop-history.ts';
import type { Looked } from './members.ts';
import type { TortureCheck } from './torture-check.ts';

type Row = {
  orderId: string;
  memberId: string | null;
  version: number | null;
  /** Of a member who takes part, and an order that is theirs still. */
  isTheirs: boolean;
  isFromTheDay: boolean;
};
type Past = {
  step: string;
  version: number | null;
  spentMembers: number;
  goesOnWith: string | null;
  files: number;
};

const PAST = `select p.step, p.version, p."spentMembers", p."goesOnWith",
    (select count(*)::int from "MovingIn" f where f."shopId" = s.id) as files
  from "PastOrders" p join "Shop" s on s.id = p."shopId" where s.domain = $1`;
const ORDERS = `select o."orderId"::text, o."memberId"::text, o."programVersion" as version,
    m.id is not null and m."leftAt" is null and m."erasedAt" is null and not o.closed and o."erasedAt" is null
      and o."deletedAt" is null and o."missingSince" is null as "isTheirs",
    p."awardsFrom" is null or o."placedAt" >= (p."awardsFrom"::timestamp at time zone s."timeZone") as "isFromTheDay"
  from "Order" o join "Shop" s on s.id = o."shopId" left join "PastOrders" p on p."shopId" = s.id
  left join "Member" m on m.id = o."memberId" where s.domain = $1 and o."orderId" = any($2::bigint[])`; // prettier-ignore

export const pastOrdersCheck = {
  name: 'past orders',
  async look({ database, histories }: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of histories) {
      const { shop, past } = history;
      const [row] = await database.ask<Past>(PAST, [shop.domain]);
      const orders = await database.ask<Row>(ORDERS, [shop.domain, [...past]]);
      compared += orders.length;
      const said = [...lost(history, orders, row), ...differences(history, orders, row)];
      wrong.push(...said.map((text) => `${shop.domain}: ${text}, past orders ${JSON.stringify(row)}`));
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

/** Shopify tells of sixty, and they may have been read some days ago. */
const TOLD_DAYS = 52;
const DAY_MS = 86_400_000;

const READ = ['read', 'counting', 'counted', 'awarding', 'settling-awards', 'awarded', 'undoing', 'undone'];

function lost({ shop, past }: ShopHistory, orders: readonly Row[], row: Past | undefined): string[] {
  if (!row || !READ.includes(row.step)) return [];
  const known = new Set(orders.map(({ orderId }) => orderId));
  const since = new Date(shop.now().getTime() - TOLD_DAYS * DAY_MS).toISOString();
  const wanted = [...past].filter((id) => {
    const order = shop.orders.get(id);
    return order !== undefined && order.customerId !== null && order.processedAt > since;
  });
  return wanted.filter((id) => !known.has(id)).map((id) => `order ${id} wasn't read`);
}

function differences({ wasAwarded }: ShopHistory, orders: readonly Row[], row: Past | undefined): string[] {
  const earning = orders.filter(({ version }) => version !== null);
  if (!row || !wasAwarded) return earning.map(({ orderId }) => `order ${orderId} earns, and nobody said so`);
  if (row.step === 'undone') {
    const spent = new Set(earning.filter(({ isTheirs }) => isTheirs).map(({ memberId }) => memberId));
    return spent.size > row.spentMembers ? [`${spent.size} members keep what was undone`] : [];
  }
  if (row.step !== 'awarded' || row.files > 0) return [];
  const due = orders.filter(({ isTheirs, isFromTheDay }) => isTheirs && isFromTheDay);
  return due
    .filter(({ version }) => version === null)
    .map(({ orderId }) => `order ${orderId} earns nothing, though it was awarded`);
}
