import {
  Banner,
  BlockStack,
  Button,
  Card,
  ChoiceList,
  InlineError,
  InlineStack,
  Link,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';
import { isWorking, type WorkingStep } from '#app/core/past-orders/past-step.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay, formatNumber } from '#app/ui/values/format.ts';
import type { PastPage } from '#app/core/past-orders/past-page.ts';
import { useAllowAllOrders } from './use-allow-all-orders.ts';
import { useCounts } from './use-counts.ts';
import { useSayAboutPast } from './use-say-about-past.ts';
import { Working } from './working.tsx';

const OF_READING: readonly WorkingStep[] = ['asked', 'made', 'reading', 'alone', 'settling'];

/** How far reading is; before it, and once it is through, how to begin. */
export function ReadingCard(page: PastPage) {
  const { pastOrders: texts } = useTexts();
  const { step, isOfAwards, isOfCount } = page;
  const isBusy = step !== null && isWorking(step);
  const isReading = isBusy && OF_READING.includes(step);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.read.title}
        </Text>
        {isReading && <Working {...page} step={step} />}
        {!isReading && page.readOn !== null && <Done {...page} />}
        {(step === 'stopped' || step === 'failed') && !isOfAwards && !isOfCount && <GoOn {...page} />}
        {!isBusy && step !== 'awarded' && !isOfAwards && <Begin {...page} />}
      </BlockStack>
    </Card>
  );
}

function Done({ readOn, stored, unreadable }: PastPage) {
  const counts = useCounts();
  const { pastOrders: texts, setAside } = useTexts();
  const language = useLanguage();
  if (stored + unreadable === 0) return <Text as="p">{texts.nothing}</Text>;
  return (
    <BlockStack gap="100">
      <Text as="p">{texts.done(counts.orders(stored), formatDay(readOn ?? '', language))}</Text>
      {unreadable > 0 && (
        <Text as="p">
          {texts.unreadable(formatNumber(unreadable, language))}{' '}
          <Link url="/app/orders">{setAside.show}</Link>
        </Text>
      )}
    </BlockStack>
  );
}

/** Where something stopped it, or the merchant did. */
export function GoOn({ step, why }: PastPage) {
  const { pastOrders: texts } = useTexts();
  const going = useSayAboutPast(texts.goesOn);
  const failed = step === 'failed';
  return (
    <Banner
      tone={failed ? 'warning' : 'info'}
      title={failed && why ? texts.why[why] : texts.stopped}
      action={{ content: texts.goOn, onAction: () => going.send({ do: 'go-on' }), loading: going.saving }}
    >
      <p>{failed ? texts.failedHelp : texts.stoppedHelp}</p>
      {going.error !== null && <InlineError fieldID="go-on-past" message={going.error} />}
    </Banner>
  );
}

function Begin({ step, mayReadAll }: PastPage) {
  const { pastOrders: texts } = useTexts();
  const [far, setFar] = useState<'last' | 'all'>('last');
  const allowing = useAllowAllOrders();
  const beginning = useSayAboutPast(texts.read.begun);
  const needsLeave = far === 'all' && !mayReadAll;
  return (
    <BlockStack gap="300">
      <ChoiceList
        title={texts.read.howFar}
        choices={[
          { label: texts.read.lastDays, value: 'last' },
          { label: texts.read.all, value: 'all', ...(!mayReadAll && { helpText: texts.read.allHelp }) },
        ]}
        selected={[far]}
        onChange={([chosen]) => setFar(chosen === 'all' ? 'all' : 'last')}
      />
      {allowing.state === 'declined' && <Text as="p">{texts.read.declined}</Text>}
      <InlineStack>
        {needsLeave ? (
          <Button id="begin-past" loading={allowing.state === 'asking'} onClick={allowing.allow}>
            {texts.read.allow}
          </Button>
        ) : (
          <Button
            id="begin-past"
            {...(step === null && { variant: 'primary' as const })}
            loading={beginning.saving}
            onClick={() => beginning.send({ do: 'read', all: far === 'all' })}
          >
            {step === null ? texts.read.start : texts.read.again}
          </Button>
        )}
      </InlineStack>
      {beginning.error !== null && <InlineError fieldID="begin-past" message={beginning.error} />}
      {allowing.state === 'failed' && <InlineError fieldID="begin-past" message={texts.failed} />}
    </BlockStack>
  );
}
