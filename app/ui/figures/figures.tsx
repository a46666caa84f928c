import { BlockStack, Button, Card, Collapsible, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { earnSentence } from '../editing/earn-sentence.ts';
import type { HomeData } from '../home/home-data.ts';
import { HOME_STORIES } from '../home/home-stories.ts';
import type { HomeFigure } from '../home/home-story.ts';
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

/** Each beside the period before. */
function MoreFigures(data: HomeData) {
  const { current, previous, period, buckets } = data.figures;
  const language = useLanguage();
  const ofStories = HOME_STORIES.filter(({ isShown }) => isShown(data)).flatMap(
    ({ figures }) => figures?.(data, language) ?? [],
  );
  return (
    <InlineGrid columns={{ xs: 1, md: 2, lg: 3 }} gap="400">
      {[...plainFigures(data, language), ...ofStories].map((figure) => (
        <FigurePanel
          key={figure.title}
          {...figure}
          {...{ period, buckets }}
          now={figure.of(current)}
          before={figure.of(previous)}
        />
      ))}
    </InlineGrid>
  );
}

/** Points, while they are off and none were given, say nothing. */
function plainFigures({ guide, figures: { current, previous } }: HomeData, language: Language): HomeFigure[] {
  const { home } = textsOf(language);
  const number = (value: number) => formatNumber(value, language);
  const hasPoints = guide.pointsOn || current.given + previous.given + current.outstanding > 0;
  const inAll = home.membersInAll(number(current.members), pluralForm(current.members, language));
  const ofPoints: HomeFigure[] = [
    { title: home.given, note: home.takenBack(number(current.taken)), of: ({ given }) => given },
    {
      ...{ title: home.outstanding, note: home.outstandingHelp, standing: true },
      of: ({ outstanding }) => outstanding,
    },
  ];
  return [
    { title: home.orders, note: home.ordersHelp, of: ({ orders }) => orders },
    { title: home.filled, note: home.filledHelp, of: ({ filled }) => filled },
    { title: home.newMembers, note: inAll, of: ({ joined }) => joined },
    ...(hasPoints ? ofPoints : []),
  ];
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
