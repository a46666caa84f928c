import { BlockStack, Card, InlineGrid, Text } from '@shopify/polaris';
import { FEWEST_PEOPLE, type HoldoutResult, type ToldArm } from '#app/core/holdouts/holdout-result.ts';
import type { Interval } from '#app/core/holdouts/intervals.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay, formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';

type Props = { result: HoldoutResult; currency: string };

/** What a moment brings, measured against customers who don't get it; or that nobody measures it. */
export function HoldoutCard({ result, currency }: Props) {
  const { holdouts: say } = useTexts();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say.title}
        </Text>
        {result.state === 'not-measured' ? (
          <Text as="p" tone="subdued">
            {say.notMeasured}
          </Text>
        ) : (
          <Measured result={result} currency={currency} />
        )}
      </BlockStack>
    </Card>
  );
}

type Measuring = Exclude<HoldoutResult, { state: 'not-measured' }>;

function Measured({ result, currency }: { result: Measuring; currency: string }) {
  const { holdouts: say } = useTexts();
  const language = useLanguage();
  const until = formatDay(result.until, language);
  return (
    <>
      {result.state === 'running' && <Text as="p">{say.running(until)}</Text>}
      {result.state === 'too-few' && <Text as="p">{say.tooFew(formatNumber(FEWEST_PEOPLE, language))}</Text>}
      {result.state === 'measured' && <Difference result={result} currency={currency} />}
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {(['given', 'heldOut'] as const).map((arm) => (
          <Arm key={arm} title={say.arms[arm]} arm={result[arm]} currency={currency} />
        ))}
      </InlineGrid>
      {hasValues(result) && (
        <Text as="p" tone="subdued">
          {say.bounds}
        </Text>
      )}
    </>
  );
}

/** Of nobody there is nothing to be in brackets. */
const hasValues = ({ given, heldOut }: Measuring): boolean =>
  [given, heldOut].some(({ kept, orders }) => kept !== null || orders !== null);

type Result = Extract<HoldoutResult, { state: 'measured' }>;

function Difference({ result, currency }: { result: Result; currency: string }) {
  const { holdouts: say } = useTexts();
  const { money, per100 } = useNumbers(currency);
  const { kept, orders, verdict } = result;
  return (
    <BlockStack gap="100">
      <Text as="p" fontWeight="semibold">
        {say.verdicts[verdict]}
      </Text>
      <Text as="p">{say.keptMore(money(kept.low), money(kept.high))}</Text>
      <Text as="p">{say.ordersMore(per100(orders.low), per100(orders.high))}</Text>
    </BlockStack>
  );
}

function Arm({ title, arm, currency }: { title: string; arm: ToldArm; currency: string }) {
  const { holdouts: say } = useTexts();
  const language = useLanguage();
  const { money, per100 } = useNumbers(currency);
  const within = (interval: Interval, inWords: (value: number) => string) =>
    say.within(inWords(interval.middle), inWords(interval.low), inWords(interval.high));
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <Text as="p">{say.people(formatNumber(arm.people, language), pluralForm(arm.people, language))}</Text>
      {arm.kept && <Text as="p">{say.kept(within(arm.kept, money))}</Text>}
      {arm.orders && <Text as="p">{say.orders(within(arm.orders, per100))}</Text>}
    </BlockStack>
  );
}

function useNumbers(currency: string) {
  const language = useLanguage();
  return {
    money: (minor: number) => formatMoney(Math.round(minor), currency, language),
    /** Of one customer; said of a hundred, to a tenth. */
    per100: (mean: number) => formatNumber(Math.round(mean * 1_000) / 10, language),
  };
}
