// "Gives back 5.0% of what is spent for it.", and what the merchant should know before publishing.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { givesBack, GIVES_BACK, type GivesBack } from '#app/core/rewards/gives-back.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatPercent } from '#app/ui/values/format.ts';

const percentOf = ({ basisPoints }: GivesBack, language: Language): string =>
  formatPercent(basisPoints / 100, language, 1);

type Said = { sentence: string; /** Null where it is little enough. */ warning: string | null };

export function givesBackInWords(
  reward: Reward,
  rules: ProgramRules,
  usualOrderMinor: number | null,
  language: Language,
): Said {
  const { givesBack: say } = textsOf(language).rewards;
  const back = givesBack(reward, rules, usualOrderMinor);
  if (!back) return { sentence: rules.pointsOff ? say.pointsOff : say.unknown, warning: null };
  const { basisPoints, sort } = back;
  // Above the whole it is a problem of its own.
  const isMuch = basisPoints > GIVES_BACK.warn && basisPoints <= GIVES_BACK.refuse;
  const warning = basisPoints > GIVES_BACK.ask ? say.ask : say.warn;
  return { sentence: say[sort](percentOf(back, language)), warning: isMuch ? warning : null };
}

/** "gives back 5.0%"; null where that depends on the order. */
export function givesBackInShort(reward: Reward, rules: ProgramRules, language: Language): string | null {
  const { givesBack: say } = textsOf(language).rewards;
  const back = givesBack(reward, rules);
  if (!back) return null;
  const percent = percentOf(back, language);
  return back.sort === 'up-to' ? say.shortUpTo(percent) : say.short(percent);
}

/** Rewards of which publishing asks once more: a sentence each that the merchant confirms. */
export function rewardsToConfirm(before: ProgramRules, after: ProgramRules, language: Language): string[] {
  const { rewards } = textsOf(language);
  const known = (reward: Reward) => {
    const was = before.rewards?.find(({ key }) => key === reward.key);
    return was ? (givesBack(was, before)?.basisPoints ?? 0) : 0;
  };
  return (after.rewards ?? []).flatMap((reward) => {
    const back = givesBack(reward, after);
    if (!back || back.basisPoints <= GIVES_BACK.ask || back.basisPoints <= known(reward)) return [];
    return [rewards.sure(reward.title[language], percentOf(back, language))];
  });
}
