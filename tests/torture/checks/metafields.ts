// Every metafield at Shopify says what the database says.
import type { World } from '../world/world.ts';
import type { TortureCheck } from './torture-check.ts';

type Row = {
  domain: string;
  customerId: string;
  points: number;
  pending: number;
  rev: number;
  cards: Record<string, number> | null;
  /** Codes of rewards that are held and may be used, in order. */
  codes: string[];
};
type Shown = {
  points: number;
  owed: number;
  pending: number;
  rev: number;
  cards: { key: string; stamps: number }[];
  vouchers?: { code?: string }[];
  moreVouchers?: number;
};

function difference(
  row: Row,
  shown: Shown | null,
  stamps: Record<string, [number, number]> | null,
): string | null {
  const cards = Object.entries(row.cards ?? {});
  if (!shown || !stamps) {
    const isBare =
      row.codes.length === 0 &&
      row.points === 0 &&
      row.pending === 0 &&
      cards.every(([, many]) => Number(many) === 0);
    return isBare ? null : 'Shopify has no metafield';
  }
  if (shown.points - shown.owed !== row.points) return `shows ${shown.points - shown.owed} points`;
  if (shown.pending !== row.pending) return `shows ${shown.pending} points coming`;
  const codes = (shown.vouchers ?? []).flatMap(({ code }) => code ?? []).sort();
  const isWhole = (shown.moreVouchers ?? 0) === 0;
  if (isWhole && codes.join() !== row.codes.join()) return `shows the codes ${codes.join(', ') || 'none'}`;
  for (const { key, stamps: many } of shown.cards)
    if (many !== Number(row.cards?.[key])) return `shows ${many} of ${key}`;
  for (const [key, [many]] of Object.entries(stamps))
    if (many !== Number(row.cards?.[key])) return `gives by ${many} of ${key}`;
  return null;
}

export const metafieldsCheck = {
  name: 'metafields',
  async look({ database, shopify }: Pick<World, 'shopify'> & { database: Pick<World['database'], 'ask'> }) {
    const rows = await database.ask<Row>(
      `select s.domain, m."customerId"::text, m.points::float8 as points, m."pendingPoints"::float8 as pending, m.rev,
         (select json_object_agg(c."cardKey", c.stamps) from "MemberCard" c where c."memberId" = m.id) as cards,
         array(select v.code from person_of(m."shopId", m.id) as p join "Voucher" v on v."shopId" = m."shopId" and v."memberId" = p.id
           where v.state = 'held' and not v.opens order by v.code collate "C") as codes
       from "Member" m join "Shop" s on s.id = m."shopId"
       where m."mergedIntoId" is null and m."erasedAt" is null and s."uninstalledAt" is null`,
    );
    const wrong = rows.flatMap((row) => {
      const shop = shopify.shop(row.domain);
      const metafields = shop.customers.get(row.customerId)?.metafields ?? {};
      const read = <T>(key: string): T | null => {
        const metafield = metafields[`${shop.appNamespace}.${key}`];
        return metafield ? (JSON.parse(metafield.value) as T) : null;
      };
      const stamps = read<{ cards: Record<string, [number, number]> }>('stamps')?.cards ?? null;
      const what = difference(row, read<Shown>('loyalty'), stamps);
      return what === null
        ? []
        : [`${row.domain}, customer ${row.customerId}: ${what}; stored ${JSON.stringify(row)}`];
    });
    return { compared: rows.length, wrong };
  },
} satisfies TortureCheck;
