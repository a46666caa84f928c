import { BlockStack, Box, Card, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { pick } from '#app/locales/plural.ts';
import { membersAt } from '../members/list-address.ts';
import { MemberLink } from '../members/member-link.tsx';
import { useCustomerNames } from '../members/use-customer-names.ts';
import type { HomeData, TopMember } from './home-data.ts';

/** Who ordered most in the period, by name where Shopify gives names. Nothing while nobody ordered, or too many did. */
export function TopMembers({ top, rules, guide }: HomeData) {
  const { stories, members: say } = useTexts();
  const names = useCustomerNames((top ?? []).map(({ customerId }) => customerId));
  if (!top || top.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h3" variant="headingMd">
            {stories.top}
          </Text>
          <Link url={membersAt({ sort: 'ordered desc' })}>{stories.seeLastOrders}</Link>
        </InlineStack>
        <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
          {top.map((member) => (
            <OneMember
              key={member.id}
              member={member}
              name={names[member.customerId] ?? say.customerNumber(member.customerId)}
              pointNames={guide.pointsOn ? rules.names : null}
            />
          ))}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}

type OneProps = {
  member: TopMember;
  name: string;
  /** Null while points are off. */
  pointNames: HomeData['rules']['names'] | null;
};

/** Names come later than the page: each has its line, whatever it is. */
function OneMember({ member: { id, orders, points }, name, pointNames }: OneProps) {
  const { stories } = useTexts();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const placed = stories.topOrders(number(orders), pluralForm(orders, language));
  const balance =
    pointNames && `${number(points)} ${pick(pluralForm(points, language), pointNames[language])}`;
  return (
    <BlockStack gap="050">
      <Box>
        <div style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          <MemberLink id={id} name={name} />
        </div>
      </Box>
      <Text as="p" tone="subdued">
        {[placed, balance].filter((part) => part !== null).join(' · ')}
      </Text>
    </BlockStack>
  );
}
