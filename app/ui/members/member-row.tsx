import { Badge, BlockStack, Box, Checkbox, IndexTable, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { dayIn } from '#app/core/values/days.ts';
import { formatDay, formatDayOfYear, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { cardSummary } from '../stamps/card-summary.ts';
import { MemberLink } from './member-link.tsx';
import type { MemberRow, MembersData } from './members-data.ts';
import './members.css';

/** Names come after the rows: whatever they are, the columns stay where they are. */
const NAME_WIDTH = '12rem';

/** A number stands at the end of its column: what comes next keeps away from it. */
export function AfterNumber({ children }: { children: ReactNode }) {
  return <Box paddingInlineStart="400">{children}</Box>;
}

type RowProps = Pick<MembersData, 'cards' | 'timeZone'> & { member: MemberRow; name: string };

export function WideRow({ member, name, cards, timeZone }: RowProps) {
  const { memberList: texts } = useTexts();
  const language = useLanguage();
  const day = (at: string) => formatDay(dayIn(timeZone, new Date(at)), language);
  return (
    <>
      <IndexTable.Cell>
        <BlockStack gap="100" inlineAlign="start">
          <div style={{ width: NAME_WIDTH, overflow: 'hidden', textOverflow: 'ellipsis' }}>
            <MemberLink id={member.id} name={name} />
          </div>
          <Badges member={member} />
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {formatNumber(member.points, language)}
        </Text>
        <Pending member={member} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <AfterNumber>
          <Cards member={member} cards={cards} />
        </AfterNumber>
      </IndexTable.Cell>
      <IndexTable.Cell>
        {member.lastOrderAt === null ? texts.noOrder : day(member.lastOrderAt)}
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {formatNumber(member.orders, language)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <AfterNumber>{day(member.joinedAt)}</AfterNumber>
      </IndexTable.Cell>
    </>
  );
}

/** `choose` is null where the row leads to the member; else it is chosen or not. */
type NarrowProps = RowProps & { choose: { isChosen: boolean; toggle: () => void } | null };

/** On a phone a row is a block of its own: nothing scrolls sideways. */
export function NarrowRow({ member, name, cards, timeZone, choose }: NarrowProps) {
  const { members, memberList: texts, stories } = useTexts();
  const language = useLanguage();
  const { lastOrderAt, orders } = member;
  const last =
    lastOrderAt === null ? texts.noOrder : formatDayOfYear(dayIn(timeZone, new Date(lastOrderAt)), language);
  return (
    <div className="narrow-member">
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          {choose ? (
            <Checkbox label={name} checked={choose.isChosen} onChange={choose.toggle} />
          ) : (
            <MemberLink id={member.id} name={name} />
          )}
          <Text as="span" numeric>
            {formatNumber(member.points, language)} {members.points.toLowerCase()}
          </Text>
        </InlineStack>
        <InlineStack gap="200">
          <Badges member={member} />
          <Pending member={member} />
        </InlineStack>
        <Cards member={member} cards={cards} />
        <Text as="span" tone="subdued">
          {members.labelled(texts.lastOrder, last)}
          {orders > 0 &&
            ` · ${stories.topOrders(formatNumber(orders, language), pluralForm(orders, language))}`}
        </Text>
      </BlockStack>
    </div>
  );
}

function Pending({ member }: { member: MemberRow }) {
  const { memberList: texts } = useTexts();
  const language = useLanguage();
  if (member.pendingPoints === 0) return null;
  return (
    <Text as="p" tone="subdued" alignment="end">
      {texts.pending(formatNumber(member.pendingPoints, language))}
    </Text>
  );
}

function Badges({ member }: { member: MemberRow }) {
  const { members: texts } = useTexts();
  if (!member.blocked && !member.left && member.points >= 0) return null;
  return (
    <InlineStack gap="100">
      {member.left && <Badge>{texts.left}</Badge>}
      {member.blocked && <Badge>{texts.blocked}</Badge>}
      {member.points < 0 && <Badge tone="warning">{texts.owes}</Badge>}
    </InlineStack>
  );
}

function Cards({ member, cards }: { member: MemberRow; cards: RowProps['cards'] }) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const shown = member.cards.map((card) => cardSummary(card, cards, language)).filter(({ runs }) => runs);
  return (
    <BlockStack gap="050">
      {shown.map(({ key, title, state, free, owed }) => (
        <Text key={key} as="span" {...(owed ? { tone: 'caution' } : free ? { tone: 'success' } : {})}>
          {texts.labelled(title, owed ?? free ?? state)}
        </Text>
      ))}
    </BlockStack>
  );
}
