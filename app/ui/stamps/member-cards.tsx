import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { cardSummary, type CardSummary } from './card-summary.ts';
import type { MemberData } from '../members/member/member-data.ts';

/** The member's stamp cards, those that the program no longer runs as well: their stamps are still there. */
export function MemberCards({ member, cards, unreadable }: MemberData) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {texts.cards}
        </Text>
        {member.cards.length === 0 && (
          <Text as="p" tone="subdued">
            {texts.noCards}
          </Text>
        )}
        {member.cards.map((card) => (
          <StampCard key={card.key} card={cardSummary(card, cards, language)} known={!unreadable} />
        ))}
      </BlockStack>
    </Card>
  );
}

/** @param known whether it is known which cards run */
function StampCard({ card, known }: { card: CardSummary; known: boolean }) {
  const { title, runs, state, free, owed, coming } = card;
  const { members: texts } = useTexts();
  const notes = [free, owed, coming, runs || !known ? null : texts.cardGone].filter((note) => note !== null);
  return (
    <BlockStack gap="050">
      <InlineStack align="space-between" gap="200">
        <Text as="span">{title}</Text>
        <Text as="span" fontWeight="semibold" numeric>
          {state}
        </Text>
      </InlineStack>
      {notes.map((note) => (
        <Text key={note} as="p" tone="subdued">
          {note}
        </Text>
      ))}
    </BlockStack>
  );
}
