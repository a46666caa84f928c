import { Banner, BlockStack, Button, InlineError, InlineStack, List, Text } from '@shopify/polaris';
import { useState } from 'react';
import { cardKeyOf, POINTS } from '#app/core/values/units.ts';
import { MemberLink } from '#app/ui/members/member-link.tsx';
import { useCustomerNames } from '#app/ui/members/use-customer-names.ts';
import { amountInWords } from '#app/ui/orders/explain-order.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatList, formatMoney } from '#app/ui/values/format.ts';
import type { PastPage } from '#app/core/past-orders/past-page.ts';
import { useCounts } from './use-counts.ts';
import { useSayAboutPast } from './use-say-about-past.ts';

type Props = PastPage & { counted: NonNullable<PastPage['counted']> };

/** The dry run: what, to whom, and who may be surprised. What is agreed to is what stands here. */
export function Counted(page: Props) {
  const { pastOrders: texts } = useTexts();
  const { counted } = page;
  if (counted.earning === 0)
    return (
      <BlockStack gap="300">
        <Text as="p">{texts.earn.none}</Text>
        <Untold {...page} />
      </BlockStack>
    );
  return (
    <BlockStack gap="300">
      <Untold {...page} />
      <Sums {...page} />
      <Largest {...page} />
      <Give {...page} />
    </BlockStack>
  );
}

/** What Shopify doesn't tell enough of: neither counted nor forgotten. */
function Untold({ counted: { untold } }: Props) {
  const { pastOrders: texts } = useTexts();
  const language = useLanguage();
  const counts = useCounts();
  if (!untold) return null;
  return (
    <Banner tone="warning">
      <p>{texts.earn.untold(counts.orders(untold.orders), formatList(untold.names, language))}</p>
    </Banner>
  );
}

/** "25 points", "8 stamps on Coffee card": in the program's own words. */
function useAmounts({ cards, currency, names }: Props) {
  const language = useLanguage();
  return (unit: string, amount: number) => {
    const key = cardKeyOf(unit);
    const cardTitle =
      key === null ? undefined : (cards.find((card) => card.key === key)?.title[language] ?? key);
    return amountInWords(amount, { language, currency, names, unit, cardTitle });
  };
}

function Sums(page: Props) {
  const { pastOrders: texts } = useTexts();
  const language = useLanguage();
  const amounts = useAmounts(page);
  const counts = useCounts();
  const { points, worthMinor, stamps, withReward, withFullCard, earning, members } = page.counted;
  const ofPoints = amounts(POINTS, points);
  const worth = worthMinor === null ? null : formatMoney(worthMinor, page.currency, language);
  return (
    <BlockStack gap="200">
      <Text as="p">{texts.earn.sum(counts.orders(earning), counts.customers(members))}</Text>
      <List>
        {points > 0 && <List.Item>{worth === null ? ofPoints : texts.earn.worth(ofPoints, worth)}</List.Item>}
        {Object.entries(stamps).map(([unit, count]) => (
          <List.Item key={unit}>{amounts(unit, count)}</List.Item>
        ))}
      </List>
      {withReward > 0 && <Text as="p">{texts.earn.atOnce(counts.customers(withReward))}</Text>}
      {withFullCard > 0 && <Text as="p">{texts.earn.full(counts.customers(withFullCard))}</Text>}
    </BlockStack>
  );
}

function Largest(page: Props) {
  const { pastOrders: texts, members } = useTexts();
  const amounts = useAmounts(page);
  const counts = useCounts();
  const { largest } = page.counted;
  const names = useCustomerNames(largest.map(({ customerId }) => customerId));
  if (largest.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {texts.earn.largest}
      </Text>
      <List>
        {largest.map(({ memberId, customerId, points, orders }) => (
          <List.Item key={memberId}>
            <MemberLink id={memberId} name={names[customerId] ?? members.customerNumber(customerId)} />{' '}
            {texts.earn.ofOne(amounts(POINTS, points), counts.orders(orders))}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function Give(page: Props) {
  const { pastOrders: texts } = useTexts();
  const language = useLanguage();
  const amounts = useAmounts(page);
  const counts = useCounts();
  const [asked, setAsked] = useState(false);
  const giving = useSayAboutPast(texts.earn.giving);
  const { points, stamps, members, orders, version, awardsFrom } = page.counted;
  const parts = [...(points > 0 ? [[POINTS, points] as const] : []), ...Object.entries(stamps)];
  const what = formatList(
    parts.map(([unit, amount]) => amounts(unit, amount)),
    language,
  );
  const seen = { version, awardsFrom, orders, points };
  return (
    <BlockStack gap="200">
      {asked && <Text as="p">{texts.earn.sure(what, counts.customers(members))}</Text>}
      <InlineStack gap="200">
        {asked ? (
          <>
            <Button
              id="give-past"
              variant="primary"
              loading={giving.saving}
              onClick={() => giving.send({ do: 'award', seen })}
            >
              {texts.earn.yes}
            </Button>
            <Button onClick={() => setAsked(false)}>{texts.earn.cancel}</Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => setAsked(true)}>
            {texts.earn.give}
          </Button>
        )}
      </InlineStack>
      {giving.error !== null && <InlineError fieldID="give-past" message={giving.error} />}
    </BlockStack>
  );
}
