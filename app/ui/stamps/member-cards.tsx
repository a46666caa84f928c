import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { sizeNow } from '#app/core/stamps/card-life.ts';
import { cardState } from '#app/core/stamps/card-state.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { stampsInWords } from '../ledger/ledger-balances.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { CardPicture } from './card-picture.tsx';
import { cardSummary, type CardOfMember } from './card-summary.ts';

/** The member's stamp cards, those that the program no longer runs as well: their stamps are still there. */
export function MemberCards(data: MemberData) {
  const { members: texts } = useTexts();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingSm">
          {texts.cards}
        </Text>
        {data.member.cards.length === 0 && (
          <Text as="p" tone="subdued">
            {texts.noCards}
          </Text>
        )}
        {data.member.cards.map((card) => (
          <StampCard key={card.key} card={card} data={data} />
        ))}
      </BlockStack>
    </Card>
  );
}

/** Its picture, and each number once. A member who is left out is promised nothing. */
function StampCard({ card, data }: { card: CardOfMember; data: MemberData }) {
  const { members: texts, ledger } = useTexts();
  const language = useLanguage();
  const { title, runs, free, coming } = cardSummary(card, data.cards, language);
  const published = data.cards.find(({ key }) => key === card.key);
  const size = sizeNow(card, published?.size ?? card.size);
  const { have } = cardState(card.stamps, size);
  const isDue = free !== null && !data.member.blocked;
  const notes = [
    isDue ? free : null,
    free !== null && data.member.blocked ? ledger.noFreeItem : null,
    card.stamps < 0 ? ledger.belowZeroHelp : null,
    coming,
    // Which cards run isn't known where the program can't be read.
    runs || data.unreadable ? null : texts.cardGone,
  ].filter((note) => note !== null);
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" gap="200">
        <Text as="span">{title}</Text>
        <Text as="span" fontWeight="semibold" numeric>
          {stampsInWords(card.stamps, size, language)}
        </Text>
      </InlineStack>
      <CardPicture
        have={have}
        size={size}
        coming={card.coming}
        free={isDue}
        shape={published?.shape}
        initial={data.initial}
      />
      {notes.map((note) => (
        <Text key={note} as="p" tone="subdued">
          {note}
        </Text>
      ))}
    </BlockStack>
  );
}
