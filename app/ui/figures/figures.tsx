import { BlockStack, Button, Card, Collapsible, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { redemptionPercent, type Totals } from '#app/core/figures/home-figures.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber, formatPercent, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { earnSentence } from '../editing/earn-sentence.ts';
import type { HomeData } from '../home/home-data.ts';
import { hasRewards } from '../home/reward-story.tsx';
import { Stories } from '../home/stories.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { PeriodSwitch } from './period-switch.tsx';

/** Three sentences about a period, and the other figures for who asks for them. */
export function Figures(data: HomeData) {
  const { stories } = useTexts();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (!data.guide.orderCounted && data.figures.current.members === 0) return <NoFigures {...data} />;
  return (
    <BlockStack gap="400">
      <PeriodSwitch period={data.figures.period} />
      <Stories {...data} />
      <InlineStack align="center">
        <Button
          variant="plain"
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? stories.less : stories.more}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        <MoreFigures {...data} />
      </Collapsible>
    </BlockStack>
  );
}

/** Each beside the period before. Points, while they are off and none were given, say nothing. */
function MoreFigures(data: HomeData) {
  const { home, stories, birthdays } = useTexts();
  const language = useLanguage();
  const { current, previous, period, buckets } = data.figures;
  const number = (value: number) => formatNumber(value, language);
  const figure = (of: (totals: typeof current) => number) => ({
    period,
    buckets,
    of,
    now: of(current),
    before: of(previous),
  });
  const hasPoints = data.guide.pointsOn || current.given + previous.given + current.outstanding > 0;
  return (
    <InlineGrid columns={{ xs: 1, md: 2, lg: 3 }} gap="400">
      <FigurePanel title={home.orders} note={home.ordersHelp} {...figure((of) => of.orders)} />
      <FigurePanel title={home.filled} note={home.filledHelp} {...figure((of) => of.filled)} />
      <FigurePanel
        title={home.newMembers}
        note={home.membersInAll(number(current.members), pluralForm(current.members, language))}
        {...figure((of) => of.joined)}
      />
      {hasPoints && (
        <FigurePanel
          title={home.given}
          note={home.takenBack(number(current.taken))}
          {...figure((of) => of.given)}
        />
      )}
      {hasRewards(data) && (
        <FigurePanel
          title={stories.spent}
          note={redemptionInWords(current, language)}
          {...figure((of) => of.spent)}
        />
      )}
      {hasPoints && (
        <FigurePanel
          title={home.outstanding}
          note={home.outstandingHelp}
          standing
          {...figure((of) => of.outstanding)}
        />
      )}
      {(data.rules.occasions.length > 0 || current.gifts + previous.gifts > 0) && (
        <FigurePanel
          title={birthdays.page.gifts}
          note={birthdays.page.giftsHelp}
          {...figure((of) => of.gifts)}
        />
      )}
    </InlineGrid>
  );
}

function redemptionInWords(totals: Totals, language: Language): string {
  const { stories } = textsOf(language);
  const percent = redemptionPercent(totals);
  return percent === null ? stories.noRedemption : stories.redemption(formatPercent(percent, language));
}

function NoFigures({ health, guide, rules, currency }: HomeData) {
  const { home } = useTexts();
  const language = useLanguage();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {home.noFigures}
        </Text>
        {health.states.rules === 'good' && guide.pointsOn && (
          <Text as="p">{earnSentence(rules, { language, currency })}</Text>
        )}
        <Text as="p" tone="subdued">
          {home.noFiguresHelp}
        </Text>
      </BlockStack>
    </Card>
  );
}
