// Every reward that was taken or given in a shop, as the replay wants it. What a tap's answer didn't tell, as the code of a gift,
// is asked of the database; whether an order that was deleted had ever been told of is, too.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { dayIn } from '../replay/terms.ts';
import { codeOf, type TakenVoucher } from '../replay/vouchers.ts';
import type { RewardTaken, ShopHistory } from '../shop-history.ts';
import type { Looked } from './members.ts';
import { rewardsOfGifts } from './moments/gifts-of.ts';

type StoredVoucher = {
  id: string;
  cause: string;
  memberId: string;
  code: string;
  state: string;
  price: number;
  flag: string | null;
  from: string;
  until: string | null;
  /** Whether pages show it without its code still. */
  opens: boolean;
  heldAt: Date;
  version: number;
  rewardKey: string;
  /** What its entries took, less what they brought back. */
  taken: number;
  uses: string[];
};

export async function storedVouchers({ database }: Pick<Looked, 'database'>, domain: string) {
  return database.ask<StoredVoucher>(
    `select v.id::text, v.cause, v."memberId"::text, lower(v.code) as code, v.state, v.price::float8 as price, v.flag,
       to_char(v."validFrom", 'YYYY-MM-DD') as from, to_char(v."validUntil", 'YYYY-MM-DD') as until, v.opens, v."heldAt",
       v."programVersion" as version, v."rewardKey",
       (select coalesce(-sum(e.amount), 0)::float8 from "LedgerEntry" e where e."voucherId" = v.id
         and e.kind in ('redeem', 'back')) as taken,
       array(select u."orderId"::text from "VoucherUse" u where u."voucherId" = v.id order by 1) as uses
     from "Voucher" v join "Shop" s on s.id = v."shopId" where s.domain = $1 order by v.id`,
    [domain],
  );
}

/** Whether an order has the code at Shopify now. @param code as `codeOf` writes it */
export function names({ orders }: LocalShop, orderId: string, code: string): boolean {
  const isNamed = ({ type, title }: Order['discounts'][number]) =>
    type === 'discount_code' && codeOf(title) === code;
  return orders.get(orderId)?.discounts.some(isNamed) ?? false;
}

type Found = { stored: StoredVoucher; voucher: TakenVoucher };

/** In the order in which they were given, so that a gift that was given again comes after its first. */
export async function foundVouchers(world: Looked, history: ShopHistory): Promise<Found[]> {
  const byCause = new Map(history.rewards.map((one) => [one.cause, one]));
  const gifts = await rewardsOfGifts(world, history);
  const found: Found[] = [];
  for (const stored of await storedVouchers(world, history.shop.domain)) {
    const first = found.find(({ stored: { id } }) => stored.cause === `again/${id}`)?.voucher;
    const known = byCause.get(stored.cause) ?? first ?? gifts.get(`${stored.memberId}/${stored.cause}`);
    if (known) found.push({ stored, voucher: voucherOf(history, known, stored) });
  }
  return found;
}

export async function vouchersOf(world: Looked, history: ShopHistory): Promise<TakenVoucher[]> {
  return (await foundVouchers(world, history)).map(({ voucher }) => voucher);
}

function voucherOf(
  { shop, named, repeated, erased, departed }: ShopHistory,
  known: Pick<RewardTaken, 'customerId' | 'price' | 'face' | 'inProportion'> & Partial<RewardTaken>,
  { cause, code, state, until, uses, heldAt }: StoredVoucher,
): TakenVoucher {
  const { customerId, price, face, inProportion } = known;
  const isErased = [...erased.values()].includes(customerId);
  const closed = known.closed === true || wasTheirsBefore(known, departed, heldAt);
  const isPast = until !== null && until < dayIn(shop.setup.timeZone, shop.now());
  const wasEnded = known.cause === cause && known.ended === true;
  // An order that was deleted, or lost its code, before anybody told of it is known to nobody.
  const orderIds = [...(named.get(code) ?? [])].filter((id) => names(shop, id, code) || uses.includes(id));
  // Shopify counts its use all the same, and a renewal's: the app may have found that out, and given the points back.
  const isShown = named.has(code) || repeated.has(code);
  const isUnexplained = orderIds.length === 0 && isShown && state === 'released';
  const ended = wasEnded || isErased || closed || isPast || isUnexplained;
  return { cause, customerId, code, price, face, inProportion, ended, closed, orderIds };
}

/** A moment's gift of whoever left the program since; of what was asked for the history knows it. */
function wasTheirsBefore(
  { customerId, asked }: Partial<RewardTaken>,
  departed: ShopHistory['departed'],
  heldAt: Date,
): boolean {
  const returnedAt = departed.get(customerId ?? '');
  if (asked !== undefined || returnedAt === undefined) return false;
  return returnedAt === null || heldAt < new Date(returnedAt);
}
