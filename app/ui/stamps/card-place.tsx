import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { CardForm } from '#app/core/editing/card-form.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { EditProps } from '../editing/edit-props.ts';
import { RemovePart } from '../editing/remove-part.tsx';

type Props = { edit: EditProps; index: number; title: string; onDiscard: () => void };

/** Where a card stands among several, and the way to end it. */
export function CardPlace({ edit, index, title, onDiscard }: Props) {
  const { value, change } = edit;
  const { overview, program, cards: texts } = useTexts();
  const language = useLanguage();
  const { cards } = value;
  const key = cards[index]?.key ?? '';
  if (cards.length === 1 && key === '') return null;
  const order = cards.map((one) => one.title[language]).join(', ');
  return (
    <Card>
      <BlockStack gap="300">
        {cards.length > 1 && (
          <>
            <Text as="p" tone="subdued">
              {program.cardsHelp}
            </Text>
            <InlineStack gap="200">
              <Button
                accessibilityLabel={program.moveUp(title)}
                disabled={index === 0}
                onClick={() => change({ cards: movedUp(cards, index) })}
              >
                {program.up}
              </Button>
              <Button
                accessibilityLabel={texts.moveDown(title)}
                disabled={index === cards.length - 1}
                onClick={() => change({ cards: movedUp(cards, index + 1) })}
              >
                {texts.down}
              </Button>
            </InlineStack>
            <Text as="p">{overview.cardOrder(order)}</Text>
          </>
        )}
        {key !== '' && (
          <RemovePart
            step={{ do: 'remove-card', key }}
            revision={edit.data.revision}
            label={overview.removeCard}
            title={overview.removeTitle(title)}
            help={overview.removeHelp}
            to="/app/program"
            onDiscard={onDiscard}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function movedUp(cards: readonly CardForm[], index: number): CardForm[] {
  const moved = [...cards];
  moved.splice(index - 1, 0, ...moved.splice(index, 1));
  return moved;
}
