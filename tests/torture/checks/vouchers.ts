// Every reward that was taken stands once, with the points that the replay says, held, used or back; and none that nobody took.
import { isOver, settle } from '../replay/vouchers.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { Looked } from './members.ts';
import type { TortureCheck } from './torture-check.ts';
import { foundVouchers, storedVouchers } from './vouchers-of.ts';

type Found = Awaited<ReturnType<typeof foundVouchers>>[number];

export const vouchersCheck = {
  name: 'rewards',
  async look(world: Looked) {
    const wrong: string[] = [];
    const stories: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const found = await foundVouchers(world, history);
      compared += found.length;
      for (const one of found) {
        const said = differences(history, one, found);
        if (said.length === 0) continue;
        wrong.push(...said.map((text) => `${nameOf(history, one)} ${text}`));
        stories.push(...history.toldOf(one.voucher.customerId), ...storyOf(history, one));
      }
      wrong.push(...history.mistakes, ...(await strays(world, history, found)));
    }
    return { compared, wrong, stories };
  },
} satisfies TortureCheck;

const nameOf = ({ shop }: ShopHistory, { stored }: Found) =>
  `${shop.domain}: reward ${stored.id}, ${stored.code}, of ${stored.cause}`;

function storyOf({ shop }: ShopHistory, { voucher, stored }: Found): string[] {
  const orders = voucher.orderIds.map((id) => shop.orders.get(id) ?? `${id}, deleted`);
  return [`reward ${JSON.stringify(stored)} as ${JSON.stringify(voucher)} with ${JSON.stringify(orders)}`];
}

function differences(history: ShopHistory, one: Found, all: readonly Found[]): string[] {
  const { stored, voucher } = one;
  const { shop, rewards } = history;
  const wanted = settle(voucher, (id) => shop.orders.get(id));
  const told = rewards.find(({ cause }) => cause === voucher.cause);
  const lacking = voucher.orderIds.filter((id) => !stored.uses.includes(id));
  const never = stored.uses.filter((id) => !history.named.get(stored.code)?.has(id));
  return [
    ...(stored.taken === wanted.taken
      ? []
      : [`has taken ${stored.taken}; by the replay ${wanted.taken} of ${voucher.price}`]),
    ...(stored.state === wanted.state ? [] : [`is ${stored.state}; by the replay ${wanted.state}`]),
    ...(stored.price === 0 || (stored.flag === 'beyond') === wanted.beyond
      ? []
      : [`is flagged as ${stored.flag}; by the replay it is ${wanted.beyond ? '' : 'not '}beyond`]),
    ...(stored.price === voucher.price ? [] : [`cost ${stored.price} in place of ${voucher.price}`]),
    ...(told?.id && told.id !== stored.id ? [`was told as ${told.id}`] : []),
    ...(told?.code && told.code.toLowerCase() !== stored.code ? [`was told as ${told.code}`] : []),
    ...lacking.map((id) => `lacks its order ${id}`),
    ...never.map((id) => `has order ${id}, which never named it`),
    ...againDifferences(history, one, all),
  ];
}

/** A gift of which nothing was used, and whose order was cancelled, is given once more; in between it may have been, for good. */
function againDifferences(
  { shop, erased }: ShopHistory,
  { stored, voucher }: Found,
  all: readonly Found[],
): string[] {
  if (voucher.price > 0) return [];
  const again = all.filter((one) => one.voucher.cause === `again/${stored.id}`).length;
  const orders = voucher.orderIds.flatMap((id) => shop.orders.get(id) ?? []);
  const isCancelled = orders.some(({ cancelledAt }) => cancelledAt !== null);
  const isDue = isCancelled && orders.every((order) => isOver(order, voucher.code));
  const isGone = voucher.closed || [...erased.values()].includes(voucher.customerId);
  const mayBe = voucher.orderIds.length > 0 && (isCancelled || orders.length < voucher.orderIds.length);
  if (isDue && !isGone && again === 0) return ['is not given again'];
  return again > (mayBe ? 1 : 0) ? [`is given again ${again} times`] : [];
}

/** Taken by nobody, or answered and not there. */
async function strays(world: Looked, history: ShopHistory, found: readonly Found[]): Promise<string[]> {
  const { shop, rewards } = history;
  const all = await storedVouchers(world, shop.domain);
  const known = new Set(found.map(({ stored }) => stored.id));
  const causes = all.map(({ cause }) => cause);
  const codes = all.map(({ code }) => code);
  const twice = (list: string[]) => list.filter((one, index) => list.indexOf(one) !== index);
  const lost = rewards.filter(({ cause, ended }) => !causes.includes(cause) && !(ended && isGift(cause)));
  return [
    ...all.filter(({ id }) => !known.has(id)).map(({ id, cause }) => `reward ${id} of ${cause} is nobody's`),
    ...lost.map(({ cause, customerId }) => `${cause} of ${customerId} was answered and isn't there`),
    ...twice(all.map(({ cause, memberId }) => (isOfMoment(cause) ? `${cause} of ${memberId}` : cause))).map(
      (cause) => `${cause} was given twice`,
    ),
    ...twice(codes).map((code) => `the code ${code} was given twice`),
  ].map((text) => `${shop.domain}: ${text}`);
}

/** One that still waited for its code when its customer was erased never gets any. */
const isGift = (cause: string): boolean => cause.startsWith('hand/');

/** Everybody may have one of the same cause; what was asked for has a key of its own. */
const isOfMoment = (cause: string): boolean => !/^(redeem|hand|again)\//.test(cause);
