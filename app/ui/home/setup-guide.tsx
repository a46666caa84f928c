import { BlockStack, Box, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useState } from 'react';
import { GUIDE_BLOCKS } from '#app/core/theme-blocks.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLanguage } from '#app/ui/root-data.ts';
import { useTexts } from '#app/ui/use-texts.ts';
import { BlocksStep } from './blocks-step.tsx';
import { GuideStep } from './guide-step.tsx';
import type { GuideData } from './home-data.ts';
import { OrderStep } from './order-step.tsx';
import { PublishCardStep } from './publish-card-step.tsx';
import { useHomeAction } from './use-home-action.ts';
import { usePlacedBlocks } from './use-placed-blocks.ts';

type StepName = 'card' | 'blocks' | 'order';

/** Nothing here is kept but its dismissal: whether a step is done is read from the shop, so leaving loses nothing. */
export function SetupGuide({ shop, guide }: { shop: string; guide: GuideData }) {
  const { home } = useTexts();
  const placed = usePlacedBlocks();
  const done: Record<StepName, boolean> = {
    card: guide.cardPublished,
    blocks: placed instanceof Set && placed.size === GUIDE_BLOCKS.length,
    order: guide.orderCounted,
  };
  const next = (['card', 'blocks', 'order'] as const).find((step) => !done[step]) ?? null;
  const [chosen, setChosen] = useState<StepName | 'none' | null>(null);
  const step = (name: StepName, title: string) => ({
    title,
    done: done[name],
    open: (chosen ?? next) === name,
    toggle: () => setChosen((chosen ?? next) === name ? 'none' : name),
  });
  // What was opened by hand stays open until its step is done; then the next one opens by itself.
  if (chosen !== null && chosen !== 'none' && done[chosen] && chosen !== next && next !== null)
    setChosen(null);
  return (
    <Card>
      <BlockStack gap="300">
        <GuideHead count={Object.values(done).filter(Boolean).length} />
        <BlockStack gap="100">
          <GuideStep {...step('card', home.cardStep)}>
            <PublishCardStep guide={guide} />
          </GuideStep>
          <GuideStep {...step('blocks', home.blocksStep)}>
            <BlocksStep shop={shop} placed={placed} />
          </GuideStep>
          <GuideStep {...step('order', home.orderStep)}>
            <OrderStep shop={shop} counted={guide.orderCounted} />
          </GuideStep>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

const STEPS = 3;

function GuideHead({ count }: { count: number }) {
  const { home } = useTexts();
  const language = useLanguage();
  const { send, busy } = useHomeAction();
  const dismiss = () => send({ do: 'dismiss-guide' });
  const progress = home.guideProgress(formatNumber(count, language), formatNumber(STEPS, language));
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" wrap={false} gap="200">
        <Text as="h2" variant="headingMd">
          {home.guide}
        </Text>
        <Button variant="tertiary" loading={busy} accessibilityLabel={home.dismissGuide} onClick={dismiss}>
          {home.dismiss}
        </Button>
      </InlineStack>
      <Text as="p">{count === STEPS ? home.guideDone : home.guideHelp}</Text>
      <InlineStack gap="300" blockAlign="center" wrap={false}>
        <Text as="span" variant="bodySm" tone="subdued">
          {progress}
        </Text>
        <Box width="8rem">
          <ProgressBar
            progress={(count / STEPS) * 100}
            size="small"
            tone="primary"
            ariaLabelledBy="guide-progress"
          />
        </Box>
        <Text as="span" visuallyHidden id="guide-progress">
          {progress}
        </Text>
      </InlineStack>
    </BlockStack>
  );
}
