import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';
import { isWorking, type WorkingStep } from '#app/core/past-orders/past-step.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay, formatDayOfYear, formatNumber } from '#app/ui/values/format.ts';
import type { PastPage } from '#app/core/past-orders/past-page.ts';
import { Counted } from './counted.tsx';
import { GoOn } from './reading-card.tsx';
import { useCounts } from './use-counts.ts';
import { useSayAboutPast } from './use-say-about-past.ts';
import { Working } from './working.tsx';

const OF_EARNING: readonly WorkingStep[] = ['counting', 'awarding', 'settling-awards', 'undoing'];

/** What past orders would earn, what they do, and the way back. */
export function EarningCard(page: PastPage) {
  const { pastOrders: texts } = useTexts();
  const { step, isOfAwards, isOfCount, counted } = page;
  if (step === null) return null;
  const isBusy = isWorking(step);
  const isBroken = step === 'stopped' || step === 'failed';
  if (isBusy && !OF_EARNING.includes(step)) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.earn.title}
        </Text>
        {isBusy && <Working {...page} step={step} />}
        {isBroken && (isOfAwards || isOfCount) && <GoOn {...page} />}
        {step === 'awarded' && <Awarded {...page} />}
        {step === 'undone' && <Undone {...page} />}
        {(step === 'read' || step === 'counted' || step === 'undone' || (isBroken && isOfCount)) && (
          <Wish {...page} />
        )}
        {step === 'counted' && counted && <Counted {...page} counted={counted} />}
      </BlockStack>
    </Card>
  );
}

function Wish({ versions, counted, programBegan }: PastPage) {
  const { pastOrders: texts } = useTexts();
  const language = useLanguage();
  const [version, setVersion] = useState(String(counted?.version ?? versions[0]?.number ?? 1));
  const [from, setFrom] = useState('');
  const asking = useSayAboutPast(texts.earn.counting);
  const isBad = from !== '' && from >= programBegan;
  return (
    <BlockStack gap="300">
      <Text as="p">{texts.earn.intro}</Text>
      <Select
        label={texts.earn.rules}
        options={versions.map(({ number, day }) => ({
          value: String(number),
          label: texts.earn.version(formatNumber(number, language), formatDayOfYear(day, language)),
        }))}
        value={version}
        onChange={setVersion}
      />
      <TextField
        label={texts.earn.from}
        type="date"
        autoComplete="off"
        helpText={texts.earn.fromHelp}
        value={from}
        onChange={setFrom}
        {...(isBad && { error: texts.earn.badDay })}
      />
      <InlineStack>
        <Button
          id="count-past"
          loading={asking.saving}
          disabled={isBad}
          onClick={() => asking.send({ do: 'count', version: Number(version), awardsFrom: from || null })}
        >
          {counted ? texts.earn.countAgain : texts.earn.count}
        </Button>
      </InlineStack>
      {asking.error !== null && <InlineError fieldID="count-past" message={asking.error} />}
    </BlockStack>
  );
}

function Awarded({ awardedOn }: PastPage) {
  const { pastOrders: texts } = useTexts();
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const undoing = useSayAboutPast(texts.earn.undoing);
  return (
    <BlockStack gap="300">
      <Banner tone="success" title={texts.earn.given(formatDay(awardedOn ?? '', language))}>
        <p>{texts.earn.givenHelp}</p>
      </Banner>
      {asked && <Text as="p">{texts.earn.undoSure}</Text>}
      <InlineStack gap="200">
        {asked ? (
          <>
            <Button
              id="undo-past"
              tone="critical"
              loading={undoing.saving}
              onClick={() => undoing.send({ do: 'undo' })}
            >
              {texts.earn.undoYes}
            </Button>
            <Button onClick={() => setAsked(false)}>{texts.earn.cancel}</Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>{texts.earn.undo}</Button>
        )}
      </InlineStack>
      {undoing.error !== null && <InlineError fieldID="undo-past" message={undoing.error} />}
    </BlockStack>
  );
}

function Undone({ spentMembers }: PastPage) {
  const { pastOrders: texts } = useTexts();
  const counts = useCounts();
  return (
    <Banner tone="info" title={texts.earn.undone}>
      {spentMembers > 0 && <p>{texts.earn.kept(counts.customers(spentMembers))}</p>}
    </Banner>
  );
}
