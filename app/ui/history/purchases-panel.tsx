import { useNavigate, useSearchParams } from '@remix-run/react';
import { BlockStack, Button, ButtonGroup, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import {
  formatAhead,
  formatDay,
  formatMoney,
  formatNumber,
  formatShortDay,
  pluralForm,
} from '#app/ui/values/format.ts';
import type { PurchaseRow, PurchasesData } from './purchases-data.ts';
import './purchases.css';

type Props = PurchasesData & { currency: string };

/** What somebody bought: how much in all, how often, and each purchase on a line of time. */
export function PurchasesPanel(data: Props) {
  const { purchases: texts } = useTexts();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {texts.title}
        </Text>
        {data.keptOrders === 0 ? (
          <Text as="p" tone="subdued">
            {texts.none}
          </Text>
        ) : (
          <Sums {...data} />
        )}
        <Before {...data} />
        {data.rows.length > 0 && (
          <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {data.rows.map((row) => (
              <Purchase key={row.orderId} row={row} currency={data.currency} />
            ))}
          </ol>
        )}
        <Pages {...data} />
      </BlockStack>
    </Card>
  );
}

function Sums({ keptOrders, spentMinor, firstOn, lastOn, rhythmDays, today, currency }: Props) {
  const { purchases: texts } = useTexts();
  const language = useLanguage();
  const count = formatNumber(keptOrders, language);
  const day = (on: string | null) => formatDay(on ?? '', language);
  const ago = formatAhead(lastOn ?? today, today, language);
  const span =
    firstOn === lastOn
      ? [texts.on(day(lastOn), ago)]
      : [texts.span(day(firstOn), day(lastOn)), texts.lastAgo(ago)];
  const said = [
    texts.sum(count, pluralForm(keptOrders, language), formatMoney(spentMinor, currency, language)),
    ...span,
    ...(rhythmDays === null
      ? []
      : [texts.gap(formatNumber(rhythmDays, language), pluralForm(rhythmDays, language))]),
  ];
  return <Text as="p">{said.join(' ')}</Text>;
}

/** Orders that Shopify has and we don't: a customer of years isn't greeted as new. */
function Before({ before }: Props) {
  const { purchases: texts } = useTexts();
  const language = useLanguage();
  if (before === null || before === 0) return null;
  return (
    <Text as="p" tone="subdued">
      {texts.before(formatNumber(before, language), pluralForm(before, language))}
    </Text>
  );
}

function Purchase({ row, currency }: { row: PurchaseRow; currency: string }) {
  const { members } = useTexts();
  const language = useLanguage();
  const details = useDetails(row, currency);
  return (
    <li className="purchase">
      <BlockStack gap="050">
        <InlineStack align="space-between" gap="200">
          <InlineStack gap="200">
            <Text as="span" tone="subdued">
              {formatDay(row.day, language)}
            </Text>
            <Link url={`shopify://admin/orders/${row.orderId}`} target="_top" removeUnderline>
              {row.name || members.orderNumber(row.orderId)}
            </Link>
          </InlineStack>
          <Text as="span" numeric>
            {formatMoney(row.keptMinor, currency, language)}
          </Text>
        </InlineStack>
        {details !== '' && (
          <Text as="span" tone="subdued">
            {details}
          </Text>
        )}
      </BlockStack>
    </li>
  );
}

/** What was taken off it, and where it is: only what is known. */
function useDetails(row: PurchaseRow, currency: string): string {
  const { purchases: texts } = useTexts();
  const language = useLanguage();
  const money = (minor: number) => formatMoney(minor, currency, language);
  const day = (on: string) => formatShortDay(on, language);
  const { ourMinor, othersMinor, handledOn, promisedOn, deliveredOn } = row;
  const way = [
    ...(deliveredOn ? [texts.delivered(day(deliveredOn))] : handledOn ? [texts.sent(day(handledOn))] : []),
    ...(promisedOn ? [texts.promised(day(promisedOn))] : []),
  ];
  return [
    ...(ourMinor > 0 ? [texts.ours(money(ourMinor))] : []),
    ...(othersMinor > 0 ? [texts.others(money(othersMinor))] : []),
    ...(way.length > 0 ? [way.join(', ')] : []),
  ].join(' · ');
}

function Pages({ rows, hasMore }: Props) {
  const { purchases: texts } = useTexts();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const last = rows.at(-1);
  const isFirst = !params.has('bought');
  const to = (after: string | null) => {
    const next = new URLSearchParams(params);
    if (after === null) next.delete('bought');
    else next.set('bought', after);
    navigate(`?${next}`, { preventScrollReset: true });
  };
  if (isFirst && !hasMore) return null;
  return (
    <ButtonGroup>
      {!isFirst && <Button onClick={() => to(null)}>{texts.newest}</Button>}
      {hasMore && last && <Button onClick={() => to(`${last.day}_${last.orderId}`)}>{texts.older}</Button>}
    </ButtonGroup>
  );
}
