import { BlockStack, Card, InlineGrid, Text } from '@shopify/polaris';
import { formatMoney, formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { showsPoints } from './shows-points.ts';

/** One balance with its sign, what comes with payment, and the orders behind it. Nothing where there is nothing to say. */
export function BalancePanel(data: MemberData) {
  const { members: texts } = useTexts();
  const { member, lifetime } = data;
  const points = showsPoints(data);
  if (!points && !lifetime) return null;
  return (
    <Card>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
        {points && (
          <Figure
            name={texts.points}
            value={member.points}
            {...(member.points < 0 && { help: texts.owedHelp })}
          />
        )}
        {member.pendingPoints !== 0 && (
          <Figure name={texts.pending} value={member.pendingPoints} help={texts.pendingHelp} />
        )}
        {lifetime && <Orders lifetime={lifetime} currency={data.currency} />}
      </InlineGrid>
    </Card>
  );
}

type OrdersProps = { lifetime: NonNullable<MemberData['lifetime']>; currency: string };

function Orders({ lifetime: { orders, keptMinor }, currency }: OrdersProps) {
  const { ledger } = useTexts();
  const language = useLanguage();
  const isKnown = keptMinor !== null && orders > 0;
  const help = isKnown ? { help: ledger.keptOf(formatMoney(keptMinor, currency, language)) } : {};
  return <Figure name={ledger.orders} value={orders} {...help} />;
}

function Figure({ name, value, help }: { name: string; value: number; help?: string }) {
  const language = useLanguage();
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingSm">
        {name}
      </Text>
      <Text as="p" variant="headingLg">
        {formatNumber(value, language)}
      </Text>
      {help && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
    </BlockStack>
  );
}
