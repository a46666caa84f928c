import { BlockStack, Box, Card, Page, Spinner, Text } from '@shopify/polaris';
import type { MovingPageData } from '#app/core/moving-in/moving-page.ts';
import { isMovingWork } from '#app/core/moving-in/moving-step.ts';
import { useWatch } from '#app/ui/past-orders/use-watch.ts';
import { PageIntro } from '#app/ui/shell/page-intro.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ChooseCard } from './choose-card.tsx';
import { DoneCard } from './done-card.tsx';
import { EarlierFiles } from './earlier-files.tsx';
import { PreviewCard } from './preview-card.tsx';

/** Members with their balances from elsewhere: a file is chosen, looked at, brought in, and undone. */
export function MovingPage(data: MovingPageData) {
  const { movingIn: texts, members } = useTexts();
  const { file } = data;
  const step = file?.step ?? null;
  useWatch(step !== null && isMovingWork(step));
  const isFree = step === null || step === 'uploading' || step === 'applied' || step === 'undone';
  return (
    <Page>
      <PageTitle title={texts.title} back={{ title: members.title, to: '/app/members' }} />
      <BlockStack gap="400">
        <PageIntro>{texts.intro}</PageIntro>
        {step !== null && isMovingWork(step) && (
          <Card>
            <Box role="status">
              <BlockStack gap="300" inlineAlign="start">
                <Spinner size="small" />
                <Text as="p">{texts.working[step]}</Text>
              </BlockStack>
            </Box>
          </Card>
        )}
        {(step === 'ready' || step === 'failed') && <PreviewCard {...data} />}
        {(step === 'applied' || step === 'undone') && <DoneCard {...data} />}
        {isFree && <ChooseCard {...data} />}
        {isFree && <EarlierFiles files={data.earlier} />}
      </BlockStack>
    </Page>
  );
}
