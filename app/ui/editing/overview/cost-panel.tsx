import { BlockStack, Card, Text } from '@shopify/polaris';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { ProgramFigures } from './program-figures.ts';

type Props = { figures: ProgramFigures; currency: string };

/** What free items would have cost, and what rewards took off; nothing where nobody knows. */
export function CostPanel({ figures, currency }: Props) {
  const { overview } = useTexts();
  const language = useLanguage();
  const { free, freedMinor, unpriced, rewardMinor } = figures;
  const priced = free - unpriced;
  const costs = [
    {
      minor: priced > 0 ? freedMinor : 0,
      of: overview.costsOf(formatNumber(priced, language), pluralForm(priced, language)),
    },
    { minor: rewardMinor, of: overview.costsOfRewards },
  ].filter(({ minor }) => minor > 0);
  if (costs.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {overview.costs}
        </Text>
        {costs.map(({ minor, of }) => (
          <BlockStack key={of} gap="200">
            <Text as="p" variant="headingLg">
              {formatMoney(minor, currency, language)}
            </Text>
            <Text as="p" tone="subdued">
              {of}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
