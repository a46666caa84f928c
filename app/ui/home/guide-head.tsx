import { BlockStack, Box, Button, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { STEPS, type DoneSteps } from './use-guide-steps.ts';
import { useHomeAction } from './use-home-action.ts';

type Props = { done: DoneSteps; /** Nothing was published yet. */ welcome: boolean };

/** What the app does, at first; how far the guide is, always. */
export function GuideHead({ done, welcome }: Props) {
  const { home, guide } = useTexts();
  const count = Object.values(done).filter(Boolean).length;
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" wrap={false} gap="200">
        <Text as="h2" variant="headingMd">
          {home.guide}
        </Text>
        <Dismiss />
      </InlineStack>
      {welcome && (
        <Text as="p" variant="bodyLg">
          {guide.welcome}
        </Text>
      )}
      <OneOf first={count < STEPS.length} texts={[guide.help, guide.done]} />
      <Progress count={count} />
    </BlockStack>
  );
}

/** Both take the same room, whichever is said: what is below doesn't move once Shopify has told of the theme. */
function OneOf({ first, texts }: { first: boolean; texts: readonly [string, string] }) {
  return (
    <div style={{ display: 'grid' }}>
      {texts.map((text, index) => {
        const shown = (index === 0) === first;
        const style = { gridArea: '1 / 1', visibility: shown ? 'visible' : 'hidden' } as const;
        return (
          <div key={text} style={style} aria-hidden={!shown}>
            <Text as="p">{text}</Text>
          </div>
        );
      })}
    </div>
  );
}

function Dismiss() {
  const { home } = useTexts();
  const { send, busy, waits } = useHomeAction();
  return (
    <Button
      variant="tertiary"
      loading={busy}
      disabled={waits}
      accessibilityLabel={home.dismissGuide}
      onClick={() => send({ do: 'dismiss-guide' })}
    >
      {home.dismiss}
    </Button>
  );
}

function Progress({ count }: { count: number }) {
  const { home } = useTexts();
  const language = useLanguage();
  const progress = home.guideProgress(formatNumber(count, language), formatNumber(STEPS.length, language));
  return (
    <InlineStack gap="300" blockAlign="center" wrap={false}>
      <Text as="span" variant="bodySm" tone="subdued">
        {progress}
      </Text>
      <Box width="8rem">
        <ProgressBar
          progress={(count / STEPS.length) * 100}
          size="small"
          tone="primary"
          ariaLabelledBy="guide-progress"
        />
      </Box>
      <Text as="span" visuallyHidden id="guide-progress">
        {progress}
      </Text>
    </InlineStack>
  );
}
