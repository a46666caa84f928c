import { BlockStack, Card, Text } from '@shopify/polaris';
import { changePercent, type Bucket, type Period, type Totals } from '#app/core/figures/home-figures.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { formatChange, formatNumber, formatShortDay } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { Chart } from './chart.tsx';

type Props = {
  title: string;
  note: string;
  period: Period;
  now: number;
  before: number;
  buckets: readonly Bucket[];
  /** The figure of one bucket. */
  of: (totals: Totals) => number;
};

/** One figure: the number, how it changed, and its course. */
export function FigurePanel({ title, note, period, now, before, buckets, of }: Props) {
  const { home } = useTexts();
  const language = useLanguage();
  const days = formatNumber(period, language);
  const bars = buckets.map((bucket) => ({
    label: bucketLabel(bucket, home, language),
    value: of(bucket),
    text: formatNumber(of(bucket), language),
  }));
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
          <Text as="p">{changeText(now, before, days, home, language)}</Text>
          <Text as="p" tone="subdued">
            {note}
          </Text>
        </BlockStack>
        <Chart
          label={home.chartLabel(title, home.lastDays(days))}
          when={home.when}
          what={title}
          bars={bars}
        />
      </BlockStack>
    </Card>
  );
}

function bucketLabel({ from, to }: Bucket, home: Texts['home'], language: Language): string {
  const first = formatShortDay(from, language);
  return from === to ? first : home.dayRange(first, formatShortDay(to, language));
}

function changeText(
  now: number,
  before: number,
  days: string,
  home: Texts['home'],
  language: Language,
): string {
  const percent = changePercent(now, before);
  if (percent === null) return now === before ? home.noChange(days) : home.nothingBefore(days);
  return percent === 0 ? home.noChange(days) : home.change(formatChange(percent, language), days);
}
