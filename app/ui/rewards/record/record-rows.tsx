import { Badge, BlockStack, Box, InlineStack, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { dayIn } from '#app/core/values/days.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatDay } from '#app/ui/values/format.ts';
import { MemberLink } from '../../members/member-link.tsx';
import type { CustomerNames } from '../../members/read-names.ts';
import { useCustomerNames } from '../../members/use-customer-names.ts';
import { offInWords } from '../off-in-words.ts';
import { stateInWords } from '../state-in-words.ts';
import { givenInWords } from './given-in-words.ts';
import type { GivenRow, OrderRow, RecordData } from './record-data.ts';

/** A row an order, or a row a reward. */
export function RecordRows({ record, timeZone, currency }: RecordData) {
  const people = record.view === 'orders' ? record.orders.flatMap(({ rewards }) => rewards) : record.given;
  const names = useCustomerNames([...new Set(people.map(({ customerId }) => customerId))]);
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {record.view === 'orders'
        ? record.orders.map((row) => <OneOrder key={row.id} row={row} names={names} currency={currency} />)
        : record.given.map((row) => <OneReward key={row.id} row={row} names={names} timeZone={timeZone} />)}
    </ul>
  );
}

function OneOrder({ row, names, currency }: { row: OrderRow; names: CustomerNames; currency: string }) {
  const { flags, rewardRecord: say } = useTexts();
  const language = useLanguage();
  const { id, name, at, offMinor, rewards } = row;
  return (
    <Row end={offMinor === null ? say.notMeasured : offInWords(offMinor, currency, language)}>
      <InlineStack align="start" gap="200" blockAlign="center">
        <Text as="h2" variant="headingSm">
          <Link url={`shopify://admin/orders/${id}`} target="_top" removeUnderline>
            {flags.order(name || id)}
          </Link>
        </Text>
        <Text as="span" tone="subdued">
          {formatDay(at, language)}
        </Text>
      </InlineStack>
      {rewards.map((reward, index) => (
        <InlineStack key={index} align="start" gap="200">
          <Text as="span">{reward.title[language]}</Text>
          <Person of={reward} names={names} />
        </InlineStack>
      ))}
    </Row>
  );
}

function OneReward({ row, names, timeZone }: { row: GivenRow; names: CustomerNames; timeZone: string }) {
  const language = useLanguage();
  const { title, state, at } = row;
  return (
    <Row end={formatDay(dayIn(timeZone, new Date(at)), language)}>
      <InlineStack align="start" gap="200" blockAlign="center">
        <Text as="h2" variant="headingSm">
          {title[language]}
        </Text>
        <Badge {...(state === 'held' && { tone: 'success' })}>{stateInWords(row, language)}</Badge>
      </InlineStack>
      <InlineStack align="start" gap="200">
        <Person of={row} names={names} />
        <Text as="span" tone="subdued">
          {givenInWords(row, language)}
        </Text>
      </InlineStack>
    </Row>
  );
}

type PersonProps = { of: Pick<GivenRow, 'memberId' | 'customerId'>; names: CustomerNames };

function Person({ of: { memberId, customerId }, names }: PersonProps) {
  const { members } = useTexts();
  if (isErasedCustomer(customerId)) return <Text as="span">{members.erasedCustomer}</Text>;
  return <MemberLink id={memberId} name={names[customerId] ?? members.customerNumber(customerId)} />;
}

/** Its end stands at the same place in every row, however long the rest is. */
function Row({ end, children }: { end: string; children: ReactNode }) {
  return (
    <li>
      <Box padding="400" borderBlockStartWidth="025" borderColor="border">
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          <BlockStack gap="100">{children}</BlockStack>
          <div style={{ whiteSpace: 'nowrap' }}>{end}</div>
        </InlineStack>
      </Box>
    </li>
  );
}
