// Every gift of a shop's moments, as it is stored, with the person whose it is by now and what it brought.
import type { Adjustment, ShopHistory } from '../../shop-history.ts';
import type { TakenVoucher } from '../../replay/vouchers.ts';
import type { Looked } from '../members.ts';

export type StoredGift = {
  memberId: string;
  /** Whoever the member was merged into, and whose customer that is. */
  personId: string;
  customerId: string;
  momentKey: string;
  cause: string;
  state: string;
  gives: { kind?: string; points?: number; key?: string; refund?: string; gives?: { kind: string; minor?: number } };
  offers: object[] | null;
  chosen: number | null;
  openUntil: string | null;
  /** When it came, and the day of it. */
  at: string;
  day: string;
  version: number;
  orderId: string | null;
  /** Its entries: what each brought, and when it was written. */
  entries: { amount: number; at: string }[];
  vouchers: number;
}; // prettier-ignore

/** Every member `member` with the person that it is of by now. */
export const PEOPLE = `with recursive up as (
    select m.id as member, m.id as person, m."mergedIntoId" as next from "Member" m
    union all select u.member, m.id, m."mergedIntoId" from up u join "Member" m on m.id = u.next
  ), people as (select u.member, u.person, m."customerId"::text as customer from up u join "Member" m on m.id = u.person where u.next is null)`;

const GIFTS = `${PEOPLE} select g."memberId"::text, p.person::text as "personId", p.customer as "customerId", g."momentKey", g.cause, g.state,
    g.gives, g.offers, g.chosen, g."openUntil"::text, to_json(g."givenAt") #>> '{}' as at, (g."givenAt" at time zone s."timeZone")::date::text as day,
    g."programVersion" as version, g."orderId"::text,
    (select coalesce(json_agg(json_build_object('amount', e.amount, 'at', e."recordedAt")), '[]') from "LedgerEntry" e
      where e."memberId" = g."memberId" and e.kind = 'gift' and e."sourceKey" = g.cause) as entries,
    (select count(*)::int from "Voucher" v join people o on o.member = v."memberId" where o.person = p.person and v.cause = g.cause) as vouchers
  from "Gift" g join "Shop" s on s.id = g."shopId" join people p on p.member = g."memberId"
  where s.domain = $1 and g."momentKey" is not null order by g."memberId", g.cause`;

export async function giftsOf(
  { database }: Pick<Looked, 'database'>,
  { shop, erased }: ShopHistory,
): Promise<StoredGift[]> {
  const rows = await database.ask<StoredGift>(GIFTS, [shop.domain]);
  return rows.map((row) => ({ ...row, customerId: erased.get(row.personId) ?? row.customerId }));
}

/** As the replay adds them up: those of whoever left count from their return on. */
export async function pointsOfGifts(
  world: Pick<Looked, 'database'>,
  history: ShopHistory,
): Promise<Adjustment[]> {
  const gifts = await giftsOf(world, history);
  return gifts.flatMap(({ customerId, entries }) => {
    const returnedAt = history.departed.get(customerId);
    const theirs = entries.filter(
      ({ at }) =>
        returnedAt === undefined || (returnedAt !== null && Date.parse(at) >= Date.parse(returnedAt)),
    );
    return theirs.map(({ amount }) => ({ customerId, unit: 'points', amount }));
  });
}

type OfGift = Pick<TakenVoucher, 'cause' | 'customerId' | 'price' | 'face' | 'inProportion'>;

/** By the member who bears the voucher, and its cause. */
export async function rewardsOfGifts(
  { database }: Pick<Looked, 'database'>,
  history: ShopHistory,
): Promise<Map<string, OfGift>> {
  const gifts = await giftsOf({ database }, history);
  const rows = await database.ask<{ member: string; person: string }>(
    `${PEOPLE} select p.member::text, p.person::text from people p join "Member" m on m.id = p.member join "Shop" s on s.id = m."shopId"
     where s.domain = $1`,
    [history.shop.domain],
  );
  const found = new Map<string, OfGift>();
  for (const { member, person } of rows) {
    for (const gift of gifts.filter(({ personId }) => personId === person)) {
      const { cause, customerId, gives } = gift;
      const face = gives.gives?.kind === 'amount' ? (gives.gives.minor ?? null) : null;
      const inProportion = gives.refund === 'in-proportion';
      found.set(`${member}/${cause}`, { cause, customerId, price: 0, face, inProportion });
    }
  }
  return found;
}
