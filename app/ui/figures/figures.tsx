import { pick } from '#app/locales/plural.ts';
import { BlockStack, Button, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { FigurePanel } from './figure-panel.tsx';
import { PeriodSwitch } from './period-switch.tsx';
import type { HomeData } from '../home/home-data.ts';

/** The figures of what the program has done in a period: five, with gifts six, each beside the period before. */
export function Figures(data: HomeData) {
  const { home, birthdays } = useTexts();
  const language = useLanguage();
  if (!data.guide.orderCounted && data.figures.current.members === 0) return <NoFigures {...data} />;
  const { current, previous } = data.figures;
  const number = (value: number) => formatNumber(value, language);
  const shared = { period: data.figures.period, buckets: data.figures.buckets };
  const figure = (of: (totals: typeof current) => number) => ({
    ...shared,
    of,
    now: of(current),
    before: of(previous),
  });
  return (
    <BlockStack gap="400">
      <PeriodSwitch period={data.figures.period} />
      <InlineGrid columns={{ xs: 1, md: 2, lg: 3 }} gap="400">
        <FigurePanel
          title={home.given}
          note={home.takenBack(number(current.taken))}
          {...figure((of) => of.given)}
        />
        <FigurePanel
          title={home.outstanding}
          note={home.outstandingHelp}
          {...figure((of) => of.outstanding)}
        />
        <FigurePanel title={home.orders} note={home.ordersHelp} {...figure((of) => of.orders)} />
        <FigurePanel title={home.filled} note={home.filledHelp} {...figure((of) => of.filled)} />
        <FigurePanel
          title={home.newMembers}
          note={home.membersInAll(number(current.members), pluralForm(current.members, language))}
          {...figure((of) => of.joined)}
        />
        {(data.rules.occasions.length > 0 || current.gifts + previous.gifts > 0) && (
          <FigurePanel
            title={birthdays.page.gifts}
            note={birthdays.page.giftsHelp}
            {...figure((of) => of.gifts)}
          />
        )}
        <ProgramCard {...data} />
      </InlineGrid>
    </BlockStack>
  );
}

function NoFigures(data: HomeData) {
  const { home } = useTexts();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {home.noFigures}
        </Text>
        {data.health.states.rules === 'good' && <Rule {...data} />}
        <Text as="p" tone="subdued">
          {home.noFiguresHelp}
        </Text>
      </BlockStack>
    </Card>
  );
}

function ProgramCard(data: HomeData) {
  const { home } = useTexts();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {home.program}
        </Text>
        <Rule {...data} />
        <InlineStack>
          <Button url="/app/program">{home.openProgram}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** The published rule in one sentence. */
function Rule({ rules, currency }: HomeData) {
  const { home } = useTexts();
  const language = useLanguage();
  const { points, perMinor } = rules.earn;
  const names = rules.names[language];
  const earned = `${formatNumber(points, language)} ${pick(pluralForm(points, language), names)}`;
  return <Text as="p">{home.rule(earned, formatMoney(perMinor, currency, language))}</Text>;
}
