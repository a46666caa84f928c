import { Badge, BlockStack, Button, Card, Collapsible, Divider, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { worstOf } from '#app/core/shop/health.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { HealthLine } from './health-lines.ts';

const TONES = { good: 'success', waiting: 'info', late: 'warning' } as const;

/** One line while all is well, or nothing but waits; else the states between Shopify and the app, each with what to do. */
export function HealthPanel({ lines }: { lines: readonly HealthLine[] }) {
  const { health, trouble } = useTexts();
  const id = useId();
  // A shop that has sold nothing yet waits for no one.
  const counted = lines.filter(({ item, state }) => item !== 'webhooks' || state !== 'waiting');
  const overall = worstOf(counted.map(({ state }) => state));
  const [asked, setAsked] = useState(false);
  const open = asked || overall === 'late';
  const lastOrder = lines.find(({ item }) => item === 'webhooks')?.value ?? '';
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {health.title}
            </Text>
            <Badge tone={TONES[overall]}>{health.overall[overall]}</Badge>
          </InlineStack>
          {overall !== 'late' && (
            <InlineStack gap="300" blockAlign="center">
              <Text as="span" tone="subdued">
                {trouble.lastOrder(lastOrder)}
              </Text>
              <Button
                variant="plain"
                disclosure={open ? 'up' : 'down'}
                ariaExpanded={open}
                ariaControls={id}
                onClick={() => setAsked(!asked)}
              >
                {trouble.details}
              </Button>
            </InlineStack>
          )}
        </InlineStack>
        <Collapsible id={id} open={open}>
          <BlockStack gap="300">
            {lines.map((line) => (
              <BlockStack key={line.item} gap="300">
                <Divider />
                <Line {...line} />
              </BlockStack>
            ))}
          </BlockStack>
        </Collapsible>
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
