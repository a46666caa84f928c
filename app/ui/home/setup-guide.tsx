import { BlockStack, Box, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { BlocksStep } from './blocks-step.tsx';
import { GuideStep } from './guide-step.tsx';
import type { GuideData } from './home-data.ts';
import { OrderStep } from './order-step.tsx';
import { PublishCardStep } from '../stamps/publish-card-step.tsx';
import { doneSteps, useOpenStep, useRemembering, type StepName } from './use-guide-steps.ts';
import { useHomeAction } from './use-home-action.ts';
import { usePlacedBlocks } from './use-placed-blocks.ts';

/** Nothing here is kept but its dismissal: whether a step is done is read from the shop, so leaving loses nothing. */
export function SetupGuide({ shop, guide }: { shop: string; guide: GuideData }) {
  const { home } = useTexts();
  const placed = usePlacedBlocks();
  useRemembering(guide, placed);
  const done = doneSteps(guide, placed);
  const { open, toggle } = useOpenStep(done);
  const step = (name: StepName, title: string) => ({
    title,
    done: done[name],
    open: open === name,
    toggle: () => toggle(name),
  });
  return (
    <Card>
      <BlockStack gap="300">
        <GuideHead
          count={Object.values(done).filter(Boolean).length}
          complete={Object.values(doneSteps(guide, null)).every(Boolean)}
        />
        <BlockStack gap="100">
          <GuideStep {...step('card', home.cardStep)}>
            <PublishCardStep guide={guide} />
          </GuideStep>
          <GuideStep {...step('blocks', home.blocksStep)}>
            <BlocksStep shop={shop} placed={placed} neededPlaced={done.blocks} />
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

/** The words above the steps say what was known as the page came: another length would move all that is below. */
function GuideHead({ count, complete }: { count: number; complete: boolean }) {
  const { home } = useTexts();
  const language = useLanguage();
  const { send, busy, waits } = useHomeAction();
  const dismiss = () => send({ do: 'dismiss-guide' });
  const progress = home.guideProgress(formatNumber(count, language), formatNumber(STEPS, language));
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" wrap={false} gap="200">
        <Text as="h2" variant="headingMd">
          {home.guide}
        </Text>
        <Button
          variant="tertiary"
          loading={busy}
          disabled={waits}
          accessibilityLabel={home.dismissGuide}
          onClick={dismiss}
        >
          {home.dismiss}
        </Button>
      </InlineStack>
      <Text as="p">{complete ? home.guideDone : home.guideHelp}</Text>
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
