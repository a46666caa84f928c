import { Badge, BlockStack, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { worstOf } from '#app/core/shop/health.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { HealthLine } from './health-lines.ts';

type Props = {
  lines: readonly HealthLine[];
  /** Those whose help stands at the top of the page already. */
  saidAbove: readonly HealthLine[];
};

const TONES = { good: 'success', waiting: 'info', late: 'warning' } as const;

/** The states between Shopify and the app, each with what to do where it isn't well. */
export function HealthPanel({ lines, saidAbove }: Props) {
  const { health } = useTexts();
  const overall = worstOf(lines.map(({ state }) => state));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {health.title}
          </Text>
          <Badge tone={TONES[overall]}>{health.overall[overall]}</Badge>
        </InlineStack>
        {lines.map((line) => (
          <BlockStack key={line.item} gap="300">
            <Divider />
            <Line {...line} help={saidAbove.includes(line) ? null : line.help} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function Line({ name, value, help, state }: HealthLine) {
  const { health } = useTexts();
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="bodyMd">
          {name}
        </Text>
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="medium">
            {value}
          </Text>
          {state !== 'good' && <Badge tone={TONES[state]}>{health.states[state]}</Badge>}
        </InlineStack>
      </InlineStack>
      {help && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
    </BlockStack>
  );
}
