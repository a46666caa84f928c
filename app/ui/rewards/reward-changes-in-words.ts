// The changes between the rewards of two programs, a sentence and a line each.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { rewardChanges, type RewardChange, type RewardPart } from '#app/core/rewards/reward-changes.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { ChangeLine } from '../editing/change-line.ts';
import { daysInWords, type Wording } from '../stamps/card-terms.ts';
import { kindWordsOf } from './kinds/kind-words-of.ts';
import { givesInWords, pointsInWords, rewardSentence } from './reward-sentence.ts';
import { aloneOf, limitsInWords } from './reward-terms.ts';

type Side = { rules: ProgramRules; reward: Reward | null };

export function rewardChangesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  const { change: say } = textsOf(wording.language).rewards;
  return sides(before, after).map(({ change, was, is }) => {
    const title = (is.reward ?? was.reward)?.title[wording.language] ?? '';
    if (change.kind !== 'reward-changed') {
      return is.reward ? say.added(title, rewardSentence(is.reward, after.names, wording)) : say.ended(title);
    }
    const line = lineOf(change.part, was, is, wording);
    const said = say.part(line.what, unstopped(line.after), unstopped(line.before ?? ''));
    return isOfValue(change.part) ? `${said} ${say.keeps(title)}` : said;
  });
}

export function rewardChangesInShort(
  before: ProgramRules,
  after: ProgramRules,
  wording: Wording,
): ChangeLine[] {
  const { rewards, overview } = textsOf(wording.language);
  return sides(before, after).map(({ change, was, is }): ChangeLine => {
    const title = (is.reward ?? was.reward)?.title[wording.language] ?? '';
    if (change.kind !== 'reward-changed') {
      return { what: title, before: null, after: is.reward ? rewards.added : overview.ends };
    }
    return lineOf(change.part, was, is, wording);
  });
}

type Sided = { change: RewardChange; was: Side; is: Side };

function sides(before: ProgramRules, after: ProgramRules): Sided[] {
  const side = (rules: ProgramRules, key: string): Side => {
    return { rules, reward: rules.rewards?.find((reward) => reward.key === key) ?? null };
  };
  return rewardChanges(before.rewards, after.rewards).map((change) => {
    return { change, was: side(before, change.key), is: side(after, change.key) };
  });
}

/** What a voucher that was taken before keeps. */
const isOfValue = (part: RewardPart): boolean =>
  part === 'gives' || part === 'minimum' || part === 'combination';

/** A value that is a sentence stands within another. */
const unstopped = (text: string): string => text.replace(/\.$/, '');

function lineOf(part: RewardPart, was: Side, is: Side, wording: Wording): ChangeLine {
  const { rewards } = textsOf(wording.language);
  const value = (side: Side) => (side.reward ? valueOf(part, side.reward, side.rules, wording) : '');
  return {
    what: rewards.parts[part](is.reward?.title[wording.language] ?? ''),
    before: value(was),
    after: value(is),
  };
}

function valueOf(part: RewardPart, reward: Reward, { names }: ProgramRules, wording: Wording): string {
  const { language, currency } = wording;
  const { rewards, overview } = textsOf(language);
  const { values } = rewards;
  switch (part) {
    case 'title':
      return overview.quoted(LANGUAGES.map((each) => reward.title[each]).join(' / '));
    case 'cost':
      return pointsInWords(reward.cost, names, wording);
    case 'gives':
      return [givesInWords(reward.gives, wording), ...kindWordsOf(reward.gives).terms(reward.gives, wording)]
        .map(unstopped)
        .join(' · ');
    case 'minimum':
      return reward.minimumMinor === null
        ? values.anyOrder
        : formatMoney(reward.minimumMinor, currency, language);
    case 'life':
      return lifeOf(reward, wording);
    case 'days':
      return daysInWords(reward, language) || overview.everyDay;
    case 'limits':
      return limitsInWords(reward, wording).join(' ') || values.noLimit;
    case 'combination': {
      const alone = aloneOf(reward, wording);
      return alone === null ? overview.allDiscounts : overview.notWith(alone);
    }
    case 'refund':
      return values.refunded[reward.refund];
  }
}

function lifeOf({ lastsDays, usable, usableOn }: Reward, { language }: Wording): string {
  const { values } = textsOf(language).rewards;
  if (usableOn) return daysInWords({ startsOn: usableOn.from, endsOn: usableOn.until }, language);
  const life = values.life(formatNumber(lastsDays, language), pluralForm(lastsDays, language));
  return usable === 'next-day' ? values.nextDay(life) : life;
}
