import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { BucketChart } from '../figures/bucket-chart.tsx';
import { recordAt } from '../rewards/record/record-data.ts';
import type { HomeData } from './home-data.ts';
import { Story } from './story.tsx';

/** Whether rewards are of any concern: the program has some, or orders used some lately. */
export function hasRewards({
  guide,
  figures: { current, previous },
}: Pick<HomeData, 'guide' | 'figures'>): boolean {
  const { rewardedOrders, rewardsGiven, spent } = current;
  return guide.rewardsOn || rewardedOrders + rewardsGiven + Math.abs(spent) + previous.rewardedOrders > 0;
}

/** Orders with a reward and what these took off; what was given out, and what ended unused. */
export function RewardStory({ figures, currency }: HomeData) {
  const { stories, rewardRecord } = useTexts();
  const language = useLanguage();
  const { rewardedOrders, rewardsUsed, rewardMinor, rewardsUnmeasured, rewardsGiven, rewardsLapsed } =
    figures.current;
  const number = (value: number) => formatNumber(value, language);
  const form = pluralForm(rewardedOrders, language);
  const known = rewardsUnmeasured === 0 || rewardMinor > 0;
  const sentence = known
    ? stories.rewards(number(rewardedOrders), form, formatMoney(rewardMinor, currency, language))
    : stories.rewardsUnknown(number(rewardedOrders), form);
  const trace = stories.rewardsGiven(number(rewardsGiven), pluralForm(rewardsGiven, language));
  const used = stories.rewardsUsed(number(rewardsUsed), pluralForm(rewardsUsed, language));
  const lapsed = stories.rewardsLapsed(number(rewardsLapsed), pluralForm(rewardsLapsed, language));
  const unmeasured = rewardsUnmeasured > 0 ? [stories.rewardsUnmeasured(number(rewardsUnmeasured))] : [];
  return (
    <Story
      sentence={sentence}
      notes={[`${trace} ${used} ${lapsed}`, ...unmeasured]}
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
