import { BlockStack, Card, Text } from '@shopify/polaris';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { ProgramFigures } from './program-figures.ts';

type Props = { figures: ProgramFigures; currency: string };

/** What the free items would have cost; nothing where nobody knows. */
export function CostPanel({ figures, currency }: Props) {
  const { overview } = useTexts();
  const language = useLanguage();
  const { free, freedMinor, unpriced } = figures;
  const priced = free - unpriced;
  if (priced <= 0 || freedMinor <= 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {overview.costs}
        </Text>
        <Text as="p" variant="headingLg">
          {formatMoney(freedMinor, currency, language)}
        </Text>
        <Text as="p" tone="subdued">
          {overview.costsOf(formatNumber(priced, language), pluralForm(priced, language))}
        </Text>
      </BlockStack>
    </Card>
  );
}
