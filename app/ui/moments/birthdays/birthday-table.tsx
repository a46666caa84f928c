import { useSearchParams } from '@remix-run/react';
import { Badge, BlockStack, IndexTable, InlineStack, Text, useBreakpoints } from '@shopify/polaris';
import { capital, formatAhead, formatBirthday, formatDay } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { BirthdayRow, BirthdaysData } from './birthdays-data.ts';
import { MemberLink } from '../../members/member-link.tsx';
import { useCustomerNames } from '../../members/use-customer-names.ts';

/** One row a member, by the day of the gift. */
export function BirthdayTable(data: BirthdaysData) {
  const { members: texts, memberList, birthdays } = useTexts();
  const { page: say } = birthdays;
  const { smDown } = useBreakpoints();
  const names = useCustomerNames(data.members.map(({ customerId }) => customerId));
  const pages = usePages(data);
  const apart = data.members.some(isApart);
  return (
    <IndexTable
      resourceName={{ singular: say.resource.singular, plural: say.resource.plural }}
      itemCount={data.members.length}
      selectable={false}
      condensed={smDown}
      headings={[
        { title: memberList.member },
        { title: say.birthday },
        ...(apart ? [{ title: say.giftOn }] : []),
        { title: say.status },
      ]}
      {...(data.hasPrevious || data.hasNext ? { pagination: pages } : {})}
    >
      {data.members.map((member, index) => {
        const name = names[member.customerId] ?? texts.customerNumber(member.customerId);
        const row = { member, name, today: data.today, apart };
        return (
          <IndexTable.Row key={member.id} id={member.id} position={index}>
            {smDown ? <NarrowRow {...row} /> : <WideRow {...row} />}
          </IndexTable.Row>
        );
      })}
    </IndexTable>
  );
}

function usePages({ members, hasPrevious, hasNext }: BirthdaysData) {
  const { members: texts } = useTexts();
  const [, setSearch] = useSearchParams();
  const go = (side: 'after' | 'before', member: BirthdayRow | undefined) => {
    if (!member) return;
    // The rest of the address says which period, who and in which language.
    setSearch((search) => {
      search.delete('after');
      search.delete('before');
      search.set(side, `${member.giftOn}_${member.id}`);
      return search;
    });
  };
  return {
    hasPrevious,
    hasNext,
    accessibilityLabels: { previous: texts.previous, next: texts.next },
    onPrevious: () => go('before', members[0]),
    onNext: () => go('after', members.at(-1)),
  };
}

/** Given on another day than the birthday: before it, or at the end of a February without this day. */
function isApart({ month, day, giftOn }: BirthdayRow): boolean {
  const [, giftMonth, giftDay] = giftOn.split('-').map(Number);
  return giftMonth !== month || giftDay !== day;
}

/** `apart`: some member's gift is, so that its day is told beside the birthday. */
type RowProps = { member: BirthdayRow; name: string; today: string; apart: boolean };

function WideRow({ member, name, today, apart }: RowProps) {
  const language = useLanguage();
  return (
    <>
      <IndexTable.Cell>
        <MemberLink id={member.id} name={name} />
      </IndexTable.Cell>
      <IndexTable.Cell>{formatBirthday(member, language)}</IndexTable.Cell>
      {apart && <IndexTable.Cell>{formatDay(member.giftOn, language)}</IndexTable.Cell>}
      <IndexTable.Cell>
        <Status member={member} today={today} />
      </IndexTable.Cell>
    </>
  );
}

/** On a phone a row is a block of its own: nothing scrolls sideways. */
function NarrowRow({ member, name, today, apart }: RowProps) {
  const { members: texts, birthdays } = useTexts();
  const language = useLanguage();
  const { page: say } = birthdays;
  return (
    <div style={{ padding: 'var(--p-space-300) var(--p-space-400)', width: '100%' }}>
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <MemberLink id={member.id} name={name} />
          <Status member={member} today={today} />
        </InlineStack>
        <Text as="span" tone="subdued">
          {texts.labelled(say.birthday, formatBirthday(member, language))}
        </Text>
        {apart && (
          <Text as="span" tone="subdued">
            {texts.labelled(say.giftOn, formatDay(member.giftOn, language))}
          </Text>
        )}
      </BlockStack>
    </div>
  );
}

function Status({ member, today }: Pick<RowProps, 'member' | 'today'>) {
  const { birthdays } = useTexts();
  const language = useLanguage();
  const { page: say } = birthdays;
  // A date that was corrected after its year's gift comes once more in the list, but brings nothing.
  if (member.given && member.giftOn > today) return <Badge>{say.givenBefore}</Badge>;
  if (member.given) return <Badge tone="success">{say.given}</Badge>;
  if (member.fits === false) return <Badge tone="attention">{say.unmet}</Badge>;
  if (member.giftOn === today) return <Badge tone="info">{say.today}</Badge>;
  return (
    <Text as="span" tone="subdued">
      {capital(formatAhead(member.giftOn, today, language))}
    </Text>
  );
}
