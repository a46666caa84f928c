import { BlockStack, Button, Card, InlineStack } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { BlocksStep } from './blocks-step.tsx';
import { GuideHead } from './guide-head.tsx';
import { GuideStep } from './guide-step.tsx';
import type { HomeData } from './home-data.ts';
import { OrderStep } from './order-step.tsx';
import { SetupStep } from './setup-step.tsx';
import { SignInStep } from './sign-in-step.tsx';
import { doneSteps, STEPS, useOpenStep, useRemembering, type StepName } from './use-guide-steps.ts';
import { usePlacedBlocks } from './use-placed-blocks.ts';
import { useSignIn } from './use-sign-in.ts';

/** Nothing here is kept but its dismissal: whether a step is done is read from the shop, so leaving loses nothing. */
export function SetupGuide({ shop, guide, currency }: Pick<HomeData, 'shop' | 'guide' | 'currency'>) {
  const texts = useTexts();
  const placed = usePlacedBlocks(guide);
  const links = useSignIn();
  useRemembering(guide, placed);
  const done = doneSteps(guide, placed, links);
  const { open, toggle, after, lead } = useOpenStep(done);
  const steps: Record<StepName, [title: string, content: ReactNode]> = {
    setUp: [texts.guide.setUp, <SetupStep key="setUp" guide={guide} currency={currency} />],
    blocks: [
      texts.home.blocksStep,
      <BlocksStep key="blocks" shop={shop} on={guide} placed={placed} neededPlaced={done.blocks} />,
    ],
    signIn: [texts.guide.signIn, <SignInStep key="signIn" shop={shop} links={links} />],
    order: [texts.home.orderStep, <OrderStep key="order" shop={shop} counted={guide.orderCounted} />],
  };
  const leadOn = (name: StepName) => {
    const next = after(name);
    return next && <LeadOn step={steps[next][0]} lead={() => lead(next)} />;
  };
  return (
    <Card>
      <BlockStack gap="300">
        <GuideHead done={done} welcome={!guide.published} />
        <BlockStack gap="100">
          {STEPS.map((name) => (
            <GuideStep
              key={name}
              title={steps[name][0]}
              done={done[name]}
              open={open === name}
              toggle={() => toggle(name)}
            >
              <BlockStack gap="300">
                {steps[name][1]}
                {leadOn(name)}
              </BlockStack>
            </GuideStep>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function LeadOn({ step, lead }: { step: string; lead: () => void }) {
  const { guide } = useTexts();
  return (
    <InlineStack>
      <Button onClick={lead}>{guide.next(step)}</Button>
    </InlineStack>
  );
}
