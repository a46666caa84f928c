import { BlockStack, Box, Button, Card, InlineStack, SkeletonBodyText } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { PastOrdersHint } from '../past-orders/past-orders-hint.tsx';
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
import './setup-guide.css';

type Props = Pick<HomeData, 'shop' | 'guide' | 'currency'> & {
  /** What stands below: it comes together with the steps, so that it never moves. */
  children: ReactNode;
};

/** Nothing here is kept but its dismissal: whether a step is done is read from the shop, so leaving loses nothing. */
export function SetupGuide({ shop, guide, currency, children }: Props) {
  const texts = useTexts();
  const placed = usePlacedBlocks(guide);
  const links = useSignIn();
  useRemembering(guide, placed);
  const done = doneSteps(guide, placed, links);
  const told = { blocks: placed !== null, signIn: links !== null };
  const { open, undecided, toggle, after, lead } = useOpenStep(done, told);
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
  const list = STEPS.map((name) => (
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
  ));
  return (
    <BlockStack gap="500">
      <Card>
        <BlockStack gap="300">
          <GuideHead done={done} welcome={!guide.published} />
          {undecided ? <Looking /> : <BlockStack gap="100">{list}</BlockStack>}
          {!undecided && guide.published && guide.ordersBefore > 0 && (
            <PastOrdersHint count={guide.ordersBefore} />
          )}
        </BlockStack>
      </Card>
      {!undecided && children}
    </BlockStack>
  );
}

/** In the place of the steps, until it is known which of them is open. */
function Looking() {
  const { guide } = useTexts();
  return (
    <Box paddingBlock="200">
      <div className="guide-looking" role="status" aria-label={guide.looking}>
        <SkeletonBodyText lines={STEPS.length * 2} />
      </div>
    </Box>
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
