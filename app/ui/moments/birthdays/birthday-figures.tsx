import { BlockStack, Card, InlineGrid, Text } from '@shopify/polaris';
import { PeriodSwitch } from '#app/ui/figures/period-switch.tsx';
import { formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { BirthdaysData } from './birthdays-data.ts';

/** Three figures: birthdays that were told, gifts that came in a period, and those of them that an order followed. */
export function BirthdayFigures({ told, figures, period }: BirthdaysData) {
  const { birthdays } = useTexts();
  const { page: say } = birthdays;
  return (
    <BlockStack gap="400">
      <PeriodSwitch period={period} />
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
        <Figure title={say.toldTheirs} value={told} note={say.toldHelp} />
        <Figure title={say.gifts} value={figures.given} note={say.giftsHelp} />
        <Figure title={say.followed} value={figures.followed} note={say.followedHelp} />
      </InlineGrid>
    </BlockStack>
  );
}

function Figure({ title, value, note }: { title: string; value: number; note: string }) {
  const language = useLanguage();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        <Text as="p" variant="heading2xl">
          {formatNumber(value, language)}
        </Text>
        <Text as="p" tone="subdued">
          {note}
        </Text>
      </BlockStack>
    </Card>
  );
}
