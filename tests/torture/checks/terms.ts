// Every reward that was taken has the days that its version's terms give it, was taken on a day on which it could be had, and is
// shown with its code from its first day on. What staff called a discount by is flagged, and cost nothing.
import { closedOn, dayIn, daysOf } from '../replay/terms.ts';
import type { Version } from '../replay/rules.ts';
import { codeOf } from '../replay/vouchers.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { Looked } from './members.ts';
import { rewardOf, versionsOf } from './rules-of.ts';
import type { TortureCheck } from './torture-check.ts';
import { foundVouchers } from './vouchers-of.ts';

type Found = Awaited<ReturnType<typeof foundVouchers>>[number];

/** A day that has just begun isn't followed yet. */
const JUST_MS = 10 * 60_000;

function differences(
  { stored, voucher }: Found,
  { shop }: ShopHistory,
  versions: readonly Version[],
): string[] {
  const { timeZone } = shop.setup;
  const { from, until, opens, heldAt, version, rewardKey } = stored;
  const reward = rewardOf(versions, version, rewardKey);
  const isTaken = voucher.cause.startsWith('redeem/');
  const day = dayIn(timeZone, heldAt);
  const days = reward && daysOf(reward, day);
  const hasOpened = from <= dayIn(timeZone, new Date(shop.now().getTime() - JUST_MS));
  return [
    ...(isTaken && (days?.from !== from || days.until !== until)
      ? [
          `lasts from ${from} to ${until}; by its terms ${days ? `from ${days.from} to ${days.until}` : 'no day'}`,
        ]
      : []),
    ...(isTaken && reward && closedOn(reward, day) ? [`was taken on ${day}: ${closedOn(reward, day)}`] : []),
    ...(stored.state === 'held' && opens && hasOpened
      ? [`opened on ${from} and is shown without its code`]
      : []),
    ...(!opens && from > dayIn(timeZone, shop.now()) ? [`is shown with its code before ${from}`] : []),
  ];
}

/** Orders that still are at Shopify. Of one that orders use, what they say of it goes first, and stands in its place. */
function unflagged({ shop, rewards }: ShopHistory, found: readonly Found[]): string[] {
  const texts = [...shop.orders.values()].flatMap(({ discounts }) =>
    discounts.flatMap(({ type, title }) => (type === 'manual' ? codeOf(title) : [])),
  );
  const told = new Set(rewards.flatMap(({ code }) => (code === null ? [] : codeOf(code))));
  const unused = found.filter(({ stored }) => stored.uses.length === 0);
  const byHand = unused.filter(({ stored }) => texts.includes(stored.code) && told.has(stored.code));
  return byHand
    .filter(({ stored }) => stored.flag === null)
    .map(({ stored }) => `reward ${stored.id}, ${stored.code}, stands on an order by hand and isn't flagged`);
}

export const termsCheck = {
  name: 'terms of rewards',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const { domain } = history.shop;
      const versions = await versionsOf(world, domain);
      const found = await foundVouchers(world, history);
      compared += found.length;
      const said = found.flatMap((one) =>
        differences(one, history, versions).map(
          (text) => `reward ${one.stored.id} of ${one.stored.cause} ${text}`,
        ),
      );
      wrong.push(...[...said, ...unflagged(history, found)].map((text) => `${domain}: ${text}`));
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;
