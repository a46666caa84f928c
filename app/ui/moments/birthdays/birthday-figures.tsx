import { useSearchParams } from '@remix-run/react';
import { BlockStack, Box, Button, ButtonGroup, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import { PERIODS } from '#app/core/figures/home-figures.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { BirthdaysData } from './birthdays-data.ts';

/** How many told theirs, how many gifts came in a period, and how many of those an order followed. */
export function BirthdayFigures({ told, figures, period }: BirthdaysData) {
  const { home, birthdays } = useTexts();
  const { page: say } = birthdays;
  return (
    <BlockStack gap="400">
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {home.figures}
          </Text>
          <PeriodSwitch period={period} />
        </InlineStack>
      </Box>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
        <Figure title={say.toldTheirs} value={told} note={say.toldHelp} />
        <Figure title={say.gifts} value={figures.given} note={say.giftsHelp} />
        <Figure title={say.followed} value={figures.followed} note={say.followedHelp} />
      </InlineGrid>
    </BlockStack>
  );
}

function PeriodSwitch({ period }: { period: number }) {
  const { home } = useTexts();
  const language = useLanguage();
  const [, setSearch] = useSearchParams();
  const choose = (days: number) => () => {
    setSearch((search) => (search.set('days', String(days)), search), { preventScrollReset: true });
  };
  return (
    <div role="group" aria-label={home.period}>
      <ButtonGroup variant="segmented">
        {PERIODS.map((days) => (
          <Button key={days} pressed={days === period} onClick={choose(days)}>
            {home.lastDays(formatNumber(days, language))}
          </Button>
        ))}
      </ButtonGroup>
    </div>
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
