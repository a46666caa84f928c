// What moments brought, they brought because of something: as their version offers it, once, to whom it was due, never before, never
// above their most. What was chosen is what came.
import type { Moment, Version } from '../../replay/rules.ts';
import { dayIn, daysLater } from '../../replay/terms.ts';
import type { ShopHistory } from '../../shop-history.ts';
import type { Looked } from '../members.ts';
import { versionsOf } from '../rules-of.ts';
import type { TortureCheck } from '../torture-check.ts';
import { giftsOf, type StoredGift } from './gifts-of.ts';

/** Nobody hears of these beforehand: the lot may hold them out. */
const UNFORETOLD = ['parcel-late', 'silent', 'by-hand'];
/** Within a history one of each is all that a person may have. */
const ONCE = ['joined', 'newsletter', 'life-date', 'birthday', 'anniversary', 'parcel-late'];

export const momentsCheck = {
  name: 'moments',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const versions = await versionsOf(world, history.shop.domain);
      const gifts = await giftsOf(world, history);
      compared += gifts.length;
      const said = [
        ...gifts.flatMap((gift) =>
          differences(gift, history, versions).map((text) => `${nameOf(gift)} ${text}`),
        ),
        ...twice(gifts, history, versions),
        ...rewardsOfCauses(gifts),
        ...listedTwice(gifts, history),
        ...aboveTheMost(gifts, versions),
        ...otherChoices(gifts, history),
        ...(await strays(world, history, gifts)),
      ];
      wrong.push(...said.map((text) => `${history.shop.domain}: ${text}`));
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

const nameOf = ({ cause, customerId, memberId }: StoredGift) =>
  `gift ${cause} of customer ${customerId}, member ${memberId},`;

const momentOf = (versions: readonly Version[], number: number, key: string): Moment | undefined =>
  versions.find((one) => one.number === number)?.rules.moments?.find((one) => one.key === key);

function differences(gift: StoredGift, history: ShopHistory, versions: readonly Version[]): string[] {
  const rule = momentOf(versions, gift.version, gift.momentKey);
  if (!rule) return [`is of version ${gift.version}, which has no such moment`];
  const rules = versions.find(({ number }) => number === gift.version)?.rules;
  if (rules?.paused || rules?.pausedMoments?.includes(gift.momentKey))
    return [`is of version ${gift.version}, which pauses it`];
  const isOfTwo = history.joined.has(gift.customerId);
  const said = gift.state === 'held-out' ? heldOut(gift, rule, isOfTwo) : brought(gift, rule, isOfTwo);
  const reason = withoutReason(gift, rule, history);
  return [...said, ...(reason === null ? [] : [reason])];
}

/** Rewards are the person's: of two who were made one the other may have been given one. */
function heldOut({ entries, vouchers }: StoredGift, rule: Moment, isOfTwo: boolean): string[] {
  return [
    ...(UNFORETOLD.includes(rule.kind) && rule.holdout ? [] : ['is held out, though everybody can read of it']),
    ...(entries.length + (isOfTwo ? 0 : vouchers) > 0 ? ['is held out and brought something'] : []),
  ];
} // prettier-ignore

/** Of two who were made one each may have had theirs: how many rewards the person has by a cause is asked of all of its gifts. */
function brought(gift: StoredGift, { offers }: Moment, isOfTwo: boolean): string[] {
  const { state, cause, chosen, entries, vouchers, gives } = gift;
  const isQuestion = cause.endsWith('-ask');
  const isChoice = offers.length > 1;
  if ((state === 'open' || state === 'lapsed') && !isChoice) return [`is ${state} and there is no choice`];
  const offer = isQuestion ? undefined : isChoice ? offers[chosen ?? -1] : offers[0];
  const isGone = state === 'withdrawn' || (isChoice && chosen === null);
  const points = offer?.kind === 'points' && !isGone ? [offer.points] : [];
  const isReward = offer?.kind === 'reward' && !isGone;
  return [
    ...(entries.map(({ amount }) => amount).join() === points.join()
      ? []
      : [`brought ${entries.map(({ amount }) => amount).join()} in place of ${points.join()} points`]),
    ...((isReward ? vouchers > 0 : vouchers === 0 || isOfTwo) || state === 'withdrawn' ? [] : [`has ${vouchers} rewards: ${JSON.stringify(gives)}`]),
    ...(state === 'withdrawn' && !isChoice ? ['is taken back'] : []),
    ...(isReward && gives.key !== offer.key ? [`is ${gives.key} in place of ${offer.key}`] : []),
    ...(isChoice && state === 'given' && chosen === null ? ['is given, and nobody chose'] : []),
  ];
} // prettier-ignore

/** By what happened at Shopify, and what people said: whether there was any cause at all. */
function withoutReason(gift: StoredGift, { when, kind }: Moment, history: ShopHistory): string | null {
  const { cause, orderId, day } = gift;
  const name = cause.slice(gift.momentKey.length + 1);
  const said = history.toldOf(gift.customerId);
  const halves = history.halvesOf(gift.customerId);
  const parcel = history.shop.orders.get(orderId ?? '')?.fulfillments?.at(-1);
  const reasons: Record<string, () => boolean> = {
    joined: () => name === '1',
    newsletter: () => name === '1' && halves.some((id) => history.newsletter.has(id)),
    'life-date': () => said.some((text) => text.includes('"moment":"wedding"')),
    'nth-order': () => (when['every'] ? Number(name) % Number(when['n']) === 0 : Number(name) === when['n']),
    'by-hand': () =>
      history.lists.some(
        ({ requestKey, customerIds }) => requestKey === name && halves.some((id) => customerIds.includes(id)),
      ),
    // When one half was asked, the other's orders weren't theirs yet.
    silent: () =>
      halves.length > 1 ||
      orderedAt(history, gift).every((at) => daysLater(at, Number(when['leastDays'])) <= day),
    'parcel-late': () => {
      const on = parcel?.estimatedDeliveryAt?.slice(0, 10);
      return parcel === undefined || on === undefined || daysLater(on, Number(when['days']) - 1) <= day;
    },
  };
  return reasons[kind]?.() === false ? `of ${day} came without a reason` : null;
}

/** Days of their orders until then. */
function orderedAt({ shop }: ShopHistory, { customerId, day }: StoredGift): string[] {
  const own = [...shop.orders.values()].filter((order) => order.customerId === customerId);
  const days = own.map(({ processedAt }) => dayIn(shop.setup.timeZone, new Date(processedAt)));
  return days.filter((each) => each < day);
}

/** One for each cause of a person; before two were made one each may have had it. */
function twice(gifts: readonly StoredGift[], history: ShopHistory, versions: readonly Version[]): string[] {
  const kindOf = ({ version, momentKey }: StoredGift) => momentOf(versions, version, momentKey)?.kind ?? '';
  const had = new Set<string>();
  return gifts.flatMap((gift) => {
    if (history.joined.has(gift.customerId)) return [];
    const isOnce = ONCE.includes(kindOf(gift)) && gift.state !== 'withdrawn';
    const name = `${gift.personId} ${isOnce ? gift.momentKey : gift.cause}`;
    if (had.has(name)) return [`${nameOf(gift)} is their second`];
    had.add(name);
    return [];
  });
}

/** By lists that leave out who had the moment nobody has it twice. Whom the lot held out had nothing. */
function listedTwice(gifts: readonly StoredGift[], { lists, joined }: ShopHistory): string[] {
  const sparing = new Set(lists.filter(({ again }) => !again).map(({ momentKey, requestKey }) => `${momentKey}/${requestKey}`));
  const had = new Set<string>();
  const said: string[] = [];
  for (const gift of gifts.filter(({ cause, state }) => sparing.has(cause) && state !== 'held-out')) {
    if (joined.has(gift.customerId)) continue;
    if (had.has(gift.personId)) said.push(`${nameOf(gift)} came by a list that leaves out who had it, to somebody who had it`);
    had.add(gift.personId);
  }
  return said;
} // prettier-ignore

/** As many as there are gifts that brought one; of one that was taken back nothing is said. */
function rewardsOfCauses(gifts: readonly StoredGift[]): string[] {
  const names = new Map(gifts.map((gift) => [`${gift.personId} ${gift.cause}`, gift]));
  return [...names.values()].flatMap((gift) => {
    const all = gifts.filter(({ personId, cause }) => personId === gift.personId && cause === gift.cause);
    const bringing = all.filter(({ state, gives }) => state === 'given' && gives.key !== undefined);
    if (all.some(({ state }) => state === 'withdrawn') || bringing.length === gift.vouchers) return [];
    return [`${nameOf(gift)} has ${gift.vouchers} rewards by ${bringing.length} gifts`];
  });
}

function aboveTheMost(gifts: readonly StoredGift[], versions: readonly Version[]): string[] {
  const most = new Map<string, number>();
  for (const { rules } of versions)
    for (const { key, ceiling } of rules.moments ?? []) if (ceiling) most.set(key, ceiling.most);
  return [...most].flatMap(([key, limit]) => {
    const of = gifts.filter(({ momentKey }) => momentKey === key);
    const given = of.flatMap(({ entries }) => entries).reduce((sum, { amount }) => sum + amount, 0);
    return given > limit ? [`${key} gave ${given} points of ${limit} at most`] : [];
  });
}

function otherChoices(gifts: readonly StoredGift[], history: ShopHistory): string[] {
  return history.chosen.flatMap(({ customerId, cause, offer }) => {
    const person = history.personOf(customerId);
    const of = gifts.filter((gift) => gift.customerId === person && gift.cause === cause);
    if (of.length === 0) return [];
    return of.some((gift) => gift.chosen === offer)
      ? []
      : [`${customerId} chose ${offer} of ${cause} and has ${JSON.stringify(of)}`];
  });
}

/** Points that say they are a moment's, and no gift knows of. */
async function strays({ database }: Looked, { shop }: ShopHistory, gifts: readonly StoredGift[]) {
  const rows = await database.ask<{ memberId: string; sourceKey: string }>(
    `select e."memberId"::text, e."sourceKey" from "LedgerEntry" e join "Shop" s on s.id = e."shopId"
     where s.domain = $1 and e.kind = 'gift'`,
    [shop.domain],
  );
  const known = new Set(gifts.map(({ memberId, cause }) => `${memberId}/${cause}`));
  const found = rows.filter(({ memberId, sourceKey }) => !known.has(`${memberId}/${sourceKey}`));
  const counted = gifts.reduce((sum, { entries }) => sum + entries.length, 0);
  return [
    ...found.map(({ memberId, sourceKey }) => `points of ${sourceKey} of member ${memberId} are no gift's`),
    ...(rows.length === counted + found.length ? [] : ['points of one gift came twice']),
  ];
}
