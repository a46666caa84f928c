import { useSearchParams } from '@remix-run/react';
import { Box, Button, ButtonGroup, InlineStack, Text } from '@shopify/polaris';
import { PERIODS } from '#app/core/figures/home-figures.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { periodName } from './bucket-words.ts';

/** The heading above a page's figures, and the days that they are of. */
export function PeriodSwitch({ period }: { period: number }) {
  const { home } = useTexts();
  const language = useLanguage();
  const [, setSearch] = useSearchParams();
  const choose = (days: number) => () => {
    // The rest of the address says who and in which language.
    const chosen = (search: URLSearchParams) => {
      search.set('days', String(days));
      return search;
    };
    setSearch(chosen, { preventScrollReset: true });
  };
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h2" variant="headingMd">
          {home.figures}
        </Text>
        <div role="group" aria-label={home.period}>
          <ButtonGroup variant="segmented">
            {PERIODS.map((days) => (
              <Button key={days} pressed={days === period} onClick={choose(days)}>
                {periodName(days, language)}
              </Button>
            ))}
          </ButtonGroup>
        </div>
      </InlineStack>
    </Box>
  );
}
