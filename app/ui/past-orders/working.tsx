import { BlockStack, Button, InlineError, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import type { WorkingStep } from '#app/core/past-orders/past-step.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import type { PastPage } from '#app/core/past-orders/past-page.ts';
import { useSayAboutPast } from './use-say-about-past.ts';

/** What is going on, how far it is, and a way to stop it. */
export function Working({ step, found, stored, alone }: PastPage & { step: WorkingStep }) {
  const { pastOrders: texts } = useTexts();
  const language = useLanguage();
  const stopping = useSayAboutPast(texts.stopped);
  const number = (count: number) => formatNumber(count, language);
  const said =
    step === 'made'
      ? texts.working.made(number(found))
      : step === 'reading'
        ? texts.working.reading(number(stored), number(found))
        : step === 'alone'
          ? texts.working.alone(number(alone))
          : texts.working[step];
  const isCounted = (step === 'reading' || step === 'alone') && found > 0;
  return (
    <BlockStack gap="300">
      <div role="status">
        <Text as="p">{said}</Text>
      </div>
      {isCounted && (
        <>
          <Text as="span" visuallyHidden id="past-progress">
            {texts.progress}
          </Text>
          <ProgressBar
            progress={Math.min(100, Math.round((stored / found) * 100))}
            size="small"
            ariaLabelledBy="past-progress"
          />
        </>
      )}
      <Text as="p" tone="subdued">
        {texts.stays}
      </Text>
      <InlineStack>
        <Button id="stop-past" loading={stopping.saving} onClick={() => stopping.send({ do: 'stop' })}>
          {texts.stop}
        </Button>
      </InlineStack>
      {stopping.error !== null && <InlineError fieldID="stop-past" message={stopping.error} />}
    </BlockStack>
  );
}
