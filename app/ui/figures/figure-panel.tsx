import { BlockStack, Card, Text } from '@shopify/polaris';
import { changePercent, type Bucket, type Period, type Totals } from '#app/core/figures/home-figures.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatChange, formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { BucketChart } from './bucket-chart.tsx';

type Props = {
  title: string;
  note: string;
  period: Period;
  now: number;
  before: number;
  buckets: readonly Bucket[];
  /** The figure of one bucket. */
  of: (totals: Totals) => number;
  /** It is what there is, not what came in the period. */
  standing?: boolean;
};

/** One figure: the number, how it changed, and its course. */
export function FigurePanel({ title, note, period, now, before, buckets, of, standing = false }: Props) {
  const language = useLanguage();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        <Text as="p" variant="heading2xl">
          {formatNumber(now, language)}
        </Text>
        <BlockStack>
          <Text as="p">{changeText(now, before, period, language)}</Text>
          <Text as="p" tone="subdued">
            {note}
          </Text>
        </BlockStack>
        <BucketChart
          title={title}
          what={title}
          period={period}
          buckets={buckets}
          of={of}
          standing={standing}
        />
      </BlockStack>
    </Card>
  );
}

function changeText(now: number, before: number, period: Period, language: Language): string {
  const { home, stories } = textsOf(language);
  const days = formatNumber(period, language);
  const say =
    period === 365
      ? {
          same: stories.noChangeOfYear,
          nothing: stories.nothingAYearBefore,
          change: (percent: string) => stories.changeOfYear(percent),
        }
      : {
          same: home.noChange(days),
          nothing: home.nothingBefore(days),
          change: (percent: string) => home.change(percent, days),
        };
  const percent = changePercent(now, before);
  if (percent === null) return now === before ? say.same : say.nothing;
  return percent === 0 ? say.same : say.change(formatChange(percent, language));
}
