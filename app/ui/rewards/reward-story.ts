// What is said of a member's reward: where it came from, when it can be used, what became of it, and what a hand wrote.
import { givenUnder } from '#app/core/moments/moment-cause.ts';
import { AGAIN, cardOfCause } from '#app/core/rewards/cause.ts';
import { POINTS, stampsOf, type Unit } from '#app/core/values/units.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatDay, formatList, pluralForm } from '#app/ui/values/format.ts';
import { contextOf } from '../ledger/context-of.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { amountInWords } from '../orders/explain-order.ts';
import type { MemberRewardRow } from './member-reward.ts';
import { offInWords } from './off-in-words.ts';

/** Each a line. */
export function rewardStory(reward: MemberRewardRow, data: MemberData, language: Language): string[] {
  const { memberRewards: say } = textsOf(language);
  const day = formatDay(dayIn(data.timeZone, new Date(reward.at)), language);
  const points = amountInWords(reward.price, contextOf(unitOf(reward), data, language));
  return [
    cameFrom(reward, day, points, language),
    ...became(reward, data, language),
    ...(reward.reason ? [say.reason(reward.reason)] : []),
    ...(reward.note ? [say.note(reward.note)] : []),
  ];
}

/** What brought it, by its cause. */
function cameFrom(
  { price, cause, momentTitle }: MemberRewardRow,
  day: string,
  points: string,
  language: Language,
): string {
  const { memberRewards: say } = textsOf(language);
  if (price > 0) return say.forPoints(points, day);
  if (momentTitle) return say.ofMoment(momentTitle[language], day);
  const moment = givenUnder(cause, day);
  if (moment) return say.forMoment[moment.occasion](String(moment.year), day);
  return cause.startsWith(AGAIN) ? say.again(day) : say.byHand(day);
}

/** A full card cost its stamps. */
function unitOf({ cause }: MemberRewardRow): Unit {
  const cardKey = cardOfCause(cause);
  return cardKey === null ? POINTS : stampsOf(cardKey);
}

function became(reward: MemberRewardRow, data: MemberData, language: Language): string[] {
  const { memberRewards: say } = textsOf(language);
  switch (reward.state) {
    case 'waiting':
      return [say.waitingHelp];
    case 'held':
      return [
        ...days(reward, data.timeZone, language),
        ...(reward.code ? [say.code(inGroups(reward.code))] : []),
      ];
    case 'used':
      return usedOn(reward, data, language);
    case 'releasing':
    case 'released':
      return ending(reward, language);
  }
}

/** Each order with what was taken off it, where that is known. */
function usedOn({ orders }: MemberRewardRow, { currency }: MemberData, language: Language): string[] {
  const { memberRewards: say } = textsOf(language);
  if (orders.length === 0) return [];
  const named = orders.map(({ name, counts, offMinor }) =>
    counts && offMinor !== null ? say.offOrder(name, offInWords(offMinor, currency, language)) : name,
  );
  return [say.usedOn(formatList(named, language), pluralForm(orders.length, language))];
}

function ending({ releaseWhy, takenBackReason }: MemberRewardRow, language: Language): string[] {
  const { memberRewards: say } = textsOf(language);
  if (releaseWhy === null) return [];
  return [takenBackReason ? say.takenBackBecause(takenBackReason) : say.endings[releaseWhy]];
}

/** Four signs each, as people read them to each other. */
const inGroups = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code;

/** From its first day only where that is yet to come when it was given. */
function days({ at, from, until }: MemberRewardRow, timeZone: string, language: Language): string[] {
  const { memberRewards: say } = textsOf(language);
  if (from === null || until === null) return [];
  const last = formatDay(until, language);
  return [
    from > dayIn(timeZone, new Date(at)) ? say.between(formatDay(from, language), last) : say.until(last),
  ];
}
