import { useNavigate, useNavigation } from '@remix-run/react';
import {
  Box,
  Button,
  IndexTable,
  IndexTableSelectionType as SelectionType,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from '@shopify/polaris';
import type { ReactNode } from 'react';
import { MOST_COUNTED_MEMBERS } from '#app/core/members/member-filters.ts';
import { formatDay, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { ExportButton } from './export-button.tsx';
import { listAddress } from './list-address.ts';
import { AfterNumber, NarrowRow, WideRow } from './member-row.tsx';
import { MemberSearch } from './member-search.tsx';
import { NobodyFound, SearchNotice } from './search-notice.tsx';
import type { MemberRow, MembersData } from './members-data.ts';
import { useBulkActions } from './use-bulk-actions.tsx';
import { useCustomerNames } from './use-customer-names.ts';

export function MemberTable(data: MembersData) {
  const { members: texts, memberList } = useTexts();
  const { smDown } = useBreakpoints();
  const busy = useNavigation().state === 'loading';
  const names = useCustomerNames(
    data.members.map(({ customerId }) => customerId),
    data.search?.names,
  );
  const nameOf = (customerId: string) => names[customerId] ?? texts.customerNumber(customerId);
  const { chosen, adjust, others, parts } = useBulkActions(data, nameOf);
  const choosing = smDown && chosen.choosing;
  return (
    <>
      <MemberSearch shown={data} loading={busy} />
      {parts}
      <SearchNotice search={data.search} />
      <Count data={data}>
        {data.members.length > 0 && (
          <div className="on-a-phone">
            <Button variant="plain" onClick={() => chosen.choose(!choosing)}>
              {choosing ? memberList.chooseNoMore : memberList.choose}
            </Button>
          </div>
        )}
      </Count>
      <IndexTable
        resourceName={{ singular: texts.resource.singular, plural: texts.resource.plural }}
        itemCount={data.members.length}
        selectedItemsCount={chosen.all ? 'All' : chosen.ids.length}
        onSelectionChange={chosen.change}
        promotedBulkActions={[adjust, ...others]}
        condensed={smDown}
        selectable={!smDown}
        headings={[
          { title: memberList.member },
          { title: texts.points, alignment: 'end' },
          { id: 'cards', title: <AfterNumber>{texts.cards}</AfterNumber> },
          { title: memberList.lastOrder },
          { title: memberList.orders, alignment: 'end' },
          { id: 'joined', title: <AfterNumber>{texts.joined}</AfterNumber> },
        ]}
        emptyState={<NobodyFound search={data.search} />}
        {...usePages(data)}
      >
        {data.members.map((member, index) => {
          const row = { ...data, member, name: nameOf(member.customerId) };
          const selected = chosen.ids.includes(member.id);
          const toggle = () => chosen.change(SelectionType.Single, !selected, member.id);
          const choose = choosing ? { isChosen: selected, toggle } : null;
          return (
            // A row remembers its link for good: one that is chosen from is another.
            <IndexTable.Row
              key={choosing ? `choose ${member.id}` : member.id}
              id={member.id}
              position={index}
              selected={selected}
            >
              {smDown ? <NarrowRow {...row} choose={choose} /> : <WideRow {...row} />}
            </IndexTable.Row>
          );
        })}
      </IndexTable>
      {choosing && (
        <ChosenBar
          count={chosen.ids.length}
          most={data.members.length}
          onToggleAll={() => chosen.change(SelectionType.Page, chosen.ids.length < data.members.length)}
          first={adjust}
          others={others}
        />
      )}
    </>
  );
}

function usePages(data: MembersData) {
  const { members: texts } = useTexts();
  const navigate = useNavigate();
  if (!data.hasPrevious && !data.hasNext) return {};
  const go = (side: 'after' | 'before', member: MemberRow | undefined) => {
    navigate(listAddress({ ...data, ...(member ? { [side]: `${member.place}_${member.id}` } : {}) }));
  };
  return {
    pagination: {
      hasPrevious: data.hasPrevious,
      hasNext: data.hasNext,
      accessibilityLabels: { previous: texts.previous, next: texts.next },
      onPrevious: () => go('before', data.members[0]),
      onNext: () => go('after', data.members.at(-1)),
    },
  };
}

/** Said again by screen readers when a filter or a search changes it. */
function Count({ data, children }: { data: MembersData; children: ReactNode }) {
  const { count } = data;
  const since = data.filter === 'freed' ? data.since : null;
  const { memberList: texts } = useTexts();
  const language = useLanguage();
  const said =
    count > MOST_COUNTED_MEMBERS
      ? texts.moreThan(formatNumber(MOST_COUNTED_MEMBERS, language))
      : texts.count(formatNumber(count, language), pluralForm(count, language));
  return (
    <Box paddingInline="400" paddingBlock="200">
      <InlineStack align="space-between" gap="200">
        <InlineStack gap="200">
          <div role="status">
            <Text as="p" tone="subdued" visuallyHidden={count === 0}>
              {said}
              {since !== null && ` · ${texts.since(formatDay(since, language))}`}
            </Text>
          </div>
          {since !== null && (
            <Link url={listAddress({ ...data, since: null })} monochrome>
              {texts.sinceEver}
            </Link>
          )}
        </InlineStack>
        <InlineStack gap="600">
          {children}
          {count > 0 && <ExportButton shown={data} />}
        </InlineStack>
      </InlineStack>
    </Box>
  );
}
