import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { POINTS } from '#app/core/values/units.ts';
import { formatInstant, formatNumber, formatSigned } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { contextOf } from '../ledger/context-of.ts';
import { showsPoints } from '../ledger/shows-points.ts';
import type { MemberData, OrderRow } from '../members/member/member-data.ts';
import { unitInWords } from './explain-order.ts';

/** The latest orders and the points they brought; each opens in Shopify. */
export function OrdersPanel(data: MemberData) {
  const { members: texts } = useTexts();
  const { orders } = data;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {texts.orders}
        </Text>
        {orders.length === 0 && (
          <Text as="p" tone="subdued">
            {texts.noOrders}
          </Text>
        )}
        {orders.map((order) => (
          <OrderLine key={order.orderId} order={order} data={data} />
        ))}
      </BlockStack>
    </Card>
  );
}

function OrderLine({ order, data }: { order: OrderRow; data: MemberData }) {
  const { members: texts, ledger, cards, flags } = useTexts();
  const language = useLanguage();
  return (
    <BlockStack gap="050">
      <InlineStack align="space-between" gap="200">
        <BlockStack gap="050">
          <Link url={`shopify://admin/orders/${order.orderId}`} target="_top" removeUnderline>
            {order.name || texts.orderNumber(order.orderId)}
          </Link>
          {order.placedAt && (
            <Text as="span" tone="subdued">
              {formatInstant(order.placedAt, data.timeZone, language)}
            </Text>
          )}
        </BlockStack>
        {showsPoints(data) && <Points order={order} data={data} />}
      </InlineStack>
      {order.rewards.length > 0 && (
        <Text as="span" tone="subdued" breakWord>
          {ledger.rewardsUsed(order.rewards.map((title) => cards.quoted(title[language])).join(', '))}
        </Text>
      )}
      {order.flagged && <Link url="/app/orders">{flags.ofMember}</Link>}
    </BlockStack>
  );
}

function Points({ order: { points, pending }, data }: { order: OrderRow; data: MemberData }) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const unit = unitInWords(Math.abs(points), contextOf(POINTS, data, language));
  return (
    <BlockStack gap="050" inlineAlign="end">
      <Text as="span" numeric>
        {`${formatSigned(points, language)} ${unit}`}
      </Text>
      {pending !== 0 && (
        <Text as="span" tone="subdued">
          {texts.labelled(texts.pending, formatNumber(pending, language))}
        </Text>
      )}
    </BlockStack>
  );
}
