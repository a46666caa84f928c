import type { Bucket, Period, Totals } from '#app/core/figures/home-figures.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMonthOfYear, formatNumber } from '#app/ui/values/format.ts';
import { bucketLabel, periodName, unitOf } from './bucket-words.ts';
import { Chart } from './chart.tsx';

type Props = {
  title: string;
  /** What is counted. */
  what: string;
  period: Period;
  buckets: readonly Bucket[];
  /** The figure of one bucket. */
  of: (totals: Totals) => number;
  /** It is what there was at the end of each bucket, not what came in it. */
  standing?: boolean;
};

/** The course of one figure over a period. */
export function BucketChart({ title, what, period, buckets, of, standing = false }: Props) {
  const { home, stories } = useTexts();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const bars = buckets.map((bucket) => ({
    label: bucketLabel(bucket, period, language),
    value: of(bucket),
    text: number(of(bucket)),
  }));
  const last = bars.at(-1);
  const latest = buckets.at(-1);
  // The year's last month isn't over, which its bar's label says already.
  const when = period === 365 && latest ? formatMonthOfYear(latest.to, language) : (last?.label ?? '');
  return (
    <Chart
      label={home.chartLabel(title, periodName(period, language))}
      when={home.when}
      unit={standing ? what : unitOf(what, period, language)}
      last={last ? stories.last(when, last.text) : ''}
      most={number}
      bars={bars}
    />
  );
}
