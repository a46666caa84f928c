import { useNavigate, useNavigation } from '@remix-run/react';
import { Badge, BlockStack, IndexTable, InlineStack, Text, useBreakpoints } from '@shopify/polaris';
import { dayIn } from '#app/core/values/days.ts';
import { formatDay, formatNumber } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { cardSummary } from '../stamps/card-summary.ts';
import { MemberSearch } from './member-search.tsx';
import { NobodyFound, SearchNotice } from './search-notice.tsx';
import { MemberLink } from './member-link.tsx';
import type { MemberRow, MembersData } from './members-data.ts';
import { useCustomerNames } from './use-customer-names.ts';

export function MemberTable(data: MembersData) {
  const { members: texts } = useTexts();
  const { smDown } = useBreakpoints();
  const navigate = useNavigate();
  const busy = useNavigation().state === 'loading';
  const names = useCustomerNames(
    data.members.map(({ customerId }) => customerId),
    data.search?.names,
  );
  const go = (side: 'after' | 'before', id: string | undefined) => {
    navigate(`?${new URLSearchParams({ filter: data.filter, ...(id ? { [side]: id } : {}) }).toString()}`);
  };
  const pages = {
    hasPrevious: data.hasPrevious,
    hasNext: data.hasNext,
    accessibilityLabels: { previous: texts.previous, next: texts.next },
    onPrevious: () => go('before', data.members[0]?.id),
    onNext: () => go('after', data.members.at(-1)?.id),
  };
  return (
    <>
      <MemberSearch filter={data.filter} q={data.q} loading={busy} />
      <SearchNotice search={data.search} />
      <IndexTable
        resourceName={{ singular: texts.resource.singular, plural: texts.resource.plural }}
        itemCount={data.members.length}
        selectable={false}
        condensed={smDown}
        headings={[
          { title: texts.customer },
          { title: texts.points, alignment: 'end' },
          { title: texts.pending, alignment: 'end' },
          { title: texts.cards },
          { title: texts.joined },
        ]}
        emptyState={<NobodyFound search={data.search} />}
        {...(data.hasPrevious || data.hasNext ? { pagination: pages } : {})}
      >
        {data.members.map((member, index) => {
          const name = names[member.customerId] ?? texts.customerNumber(member.customerId);
          const row = { ...data, member, name };
          return (
            <IndexTable.Row key={member.id} id={member.id} position={index}>
              {smDown ? <NarrowRow {...row} /> : <WideRow {...row} />}
            </IndexTable.Row>
          );
        })}
      </IndexTable>
    </>
  );
}

type RowProps = Pick<MembersData, 'cards' | 'timeZone'> & { member: MemberRow; name: string };

function WideRow({ member, name, cards, timeZone }: RowProps) {
  const language = useLanguage();
  return (
    <>
      <IndexTable.Cell>
        <InlineStack gap="200" wrap={false}>
          <MemberLink id={member.id} name={name} />
          <Badges member={member} />
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {formatNumber(member.points, language)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {formatNumber(member.pendingPoints, language)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Cards member={member} cards={cards} />
      </IndexTable.Cell>
      <IndexTable.Cell>{formatDay(dayIn(timeZone, new Date(member.joinedAt)), language)}</IndexTable.Cell>
    </>
  );
}

/** On a phone a row is a block of its own: nothing scrolls sideways. */
function NarrowRow({ member, name, cards }: RowProps) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const pending = formatNumber(member.pendingPoints, language);
  return (
    <div style={{ padding: 'var(--p-space-300) var(--p-space-400)', width: '100%' }}>
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <MemberLink id={member.id} name={name} />
          <Text as="span" numeric>
            {formatNumber(member.points, language)} {texts.points.toLowerCase()}
          </Text>
        </InlineStack>
        <InlineStack gap="200">
          <Badges member={member} />
          {member.pendingPoints !== 0 && (
            <Text as="span" tone="subdued">
              {texts.labelled(texts.pending, pending)}
            </Text>
          )}
          <Cards member={member} cards={cards} />
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function Badges({ member }: { member: MemberRow }) {
  const { members: texts } = useTexts();
  return (
    <>
      {member.blocked && <Badge>{texts.blocked}</Badge>}
      {member.points < 0 && <Badge tone="warning">{texts.owes}</Badge>}
    </>
  );
}

function Cards({ member, cards }: { member: MemberRow; cards: RowProps['cards'] }) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const shown = member.cards.map((card) => cardSummary(card, cards, language)).filter(({ runs }) => runs);
  return (
    <InlineStack gap="200">
      {shown.map(({ key, title, state, full, owed }) => (
        <Badge key={key} {...(owed ? { tone: 'warning' } : full ? { tone: 'success' } : {})}>
          {texts.labelled(title, owed ?? state)}
        </Badge>
      ))}
    </InlineStack>
  );
}
