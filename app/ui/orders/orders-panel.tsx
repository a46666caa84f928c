import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { formatInstant, formatNumber, formatSigned } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { MemberData, OrderRow } from '../members/member/member-data.ts';

/** The latest orders and the points they brought; each opens in Shopify. */
export function OrdersPanel({ orders, timeZone }: MemberData) {
  const { members: texts } = useTexts();
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
          <OrderLine key={order.orderId} order={order} timeZone={timeZone} />
        ))}
      </BlockStack>
    </Card>
  );
}

function OrderLine({ order, timeZone }: { order: OrderRow; timeZone: string }) {
  const { members: texts, flags } = useTexts();
  const language = useLanguage();
  return (
    <InlineStack align="space-between" gap="200">
      <BlockStack gap="050">
        <Link url={`shopify://admin/orders/${order.orderId}`} target="_top" removeUnderline>
          {order.name || texts.orderNumber(order.orderId)}
        </Link>
        {order.placedAt && (
          <Text as="span" tone="subdued">
            {formatInstant(order.placedAt, timeZone, language)}
          </Text>
        )}
        {order.flagged && <Link url="/app/orders">{flags.ofMember}</Link>}
      </BlockStack>
      <BlockStack gap="050" inlineAlign="end">
        <Text as="span" numeric>
          {formatSigned(order.points, language)}
        </Text>
        {order.pending !== 0 && (
          <Text as="span" tone="subdued">
            {texts.labelled(texts.pending, formatNumber(order.pending, language))}
          </Text>
        )}
      </BlockStack>
    </InlineStack>
  );
}
