import { redemptionPercent, type Totals } from '#app/core/figures/home-figures.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMoney, formatNumber, formatPercent, pluralForm } from '#app/ui/values/format.ts';
import { BucketChart } from '../figures/bucket-chart.tsx';
import { recordAt } from '../rewards/record/record-data.ts';
import type { HomeData } from './home-data.ts';
import type { HomeStory } from './home-story.ts';
import { Story } from './story.tsx';

export const rewardStory: HomeStory = {
  key: 'rewards',
  isShown: hasRewards,
  Story: Rewards,
  figures: ({ figures }, language) => {
    const { spent } = textsOf(language).stories;
    return [
      { title: spent, note: redemptionInWords(figures.current, language), of: (totals) => totals.spent },
    ];
  },
};

/** The program has some, or orders used some lately. */
function hasRewards({ guide, figures: { current, previous } }: Pick<HomeData, 'guide' | 'figures'>): boolean {
  const { rewardedOrders, rewardsGiven, spent } = current;
  return guide.rewardsOn || rewardedOrders + rewardsGiven + Math.abs(spent) + previous.rewardedOrders > 0;
}

/** Orders with a reward and what these took off; what was given out, and what ended unused. */
function Rewards({ figures, currency }: HomeData) {
  const { stories, rewardRecord } = useTexts();
  const language = useLanguage();
  const { rewardedOrders, rewardsUsed, rewardMinor, rewardsUnmeasured, rewardsGiven, rewardsLapsed } =
    figures.current;
  const number = (value: number) => formatNumber(value, language);
  const form = pluralForm(rewardedOrders, language);
  const sentence =
    rewardMinor > 0
      ? stories.rewards(number(rewardedOrders), form, formatMoney(rewardMinor, currency, language))
      : stories.rewardsUnknown(number(rewardedOrders), form);
  const told = (count: number, say: typeof stories.rewardsUsed) =>
    count > 0 ? [say(number(count), pluralForm(count, language))] : [];
  const trace = [
    stories.rewardsGiven(number(rewardsGiven), pluralForm(rewardsGiven, language)),
    ...told(rewardsUsed, stories.rewardsUsed),
    ...told(rewardsLapsed, stories.rewardsLapsed),
  ];
  const unmeasured = rewardsUnmeasured > 0 ? [stories.rewardsUnmeasured(number(rewardsUnmeasured))] : [];
  return (
    <Story
      sentence={sentence}
      notes={[trace.join(' '), ...unmeasured]}
      link={{
        text: rewardRecord.see,
        url: recordAt({ show: 'orders', since: figures.buckets[0]?.from ?? null }),
      }}
    >
      <BucketChart
        {...figures}
        title={sentence}
        what={rewardRecord.ordersUnit}
        of={(totals) => totals.rewardedOrders}
      />
    </Story>
  );
}

function redemptionInWords(totals: Totals, language: Language): string {
  const { stories } = textsOf(language);
  const percent = redemptionPercent(totals);
  return percent === null ? stories.noRedemption : stories.redemption(formatPercent(percent, language));
}
