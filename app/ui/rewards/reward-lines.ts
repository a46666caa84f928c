// The rewards of the program, a line each, with what each gives back.
import type { RewardFigures } from '#app/core/rewards/reward-figures.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { ProgramLine } from '../editing/overview/program-lines.ts';
import type { ProgramData } from '../editing/program-data.ts';
import { rewardState } from '../editing/states-of-parts.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { givesBackInShort } from './gives-back-in-words.ts';
import { rewardFacts } from './reward-facts.ts';
import { rewardRule } from './reward-sentence.ts';

type Context = {
  data: ProgramData;
  wording: Wording;
  /** By the reward's key; absent where nobody asks what became of them. */
  became?: Record<string, RewardFigures>;
};

/** In the draft's order; those that the next publish ends come last. */
export function rewardLines(context: Context): ProgramLine[] {
  const { draft, published } = context.data;
  const kept = draft.rewards ?? [];
  const gone = (published.rules.rewards ?? []).filter(({ key }) => !kept.some((one) => one.key === key));
  return [...kept, ...gone].map((reward) => rewardLine(reward, context));
}

function rewardLine(reward: Reward, { data, wording, became }: Context): ProgramLine {
  const { language } = wording;
  const { draft } = data;
  const state = rewardState(draft, reward.key, data);
  return {
    key: `reward/${reward.key}`,
    icon: reward.gives.kind,
    name: reward.title[language],
    state,
    sentence: rewardRule(reward, draft.names, wording),
    figure: state === 'ending' ? null : givesBackInShort(reward, draft, language),
    facts: became && state !== 'draft' ? rewardFacts(became[reward.key], wording) : null,
    to: state === 'ending' ? null : `/app/program/rewards/${reward.key}`,
  };
}
