import { BlockStack, Button, Card, InlineError, InlineStack, Text } from '@shopify/polaris';
import { cardCartLimit } from '#app/core/editing/card-cart-limit.ts';
import { emptyCard, type CardForm } from '#app/core/editing/card-form.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { CardEditor } from './card-editor.tsx';
import type { EditProps } from '../editing/edit-props.ts';

/** The stamp cards, in the order in which they count. */
export function CardsSection({ data, ...edit }: EditProps) {
  const { value, change, errors, changed, typed, published } = edit;
  const { currency, timeZone, discounts } = data;
  const { program } = useTexts();
  const { cards } = value;
  const replace = (index: number, fields: Partial<CardForm>) =>
    change({ cards: cards.map((card, at) => (at === index ? { ...card, ...fields } : card)) });
  const remove = (index: number) => change({ cards: cards.filter((_, at) => at !== index) });
  const add = () => change({ cards: [...cards, newCard(cards)] });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {program.cardsHeading}
          </Text>
          <Text as="p" tone="subdued">
            {cards.length === 0 ? program.noCards : program.cardsHelp}
          </Text>
        </BlockStack>
        {cards.map((card, index) => (
          <CardEditor
            key={card.key || `new-${index}`}
            card={card}
            index={index}
            errors={errors}
            typed={typed}
            published={published.cards.find(({ key }) => key === card.key) ?? null}
            changed={changed.has(`card/${card.key}`)}
            onChange={(fields) => replace(index, fields)}
            onRemove={() => remove(index)}
            onMoveUp={index === 0 ? null : () => change({ cards: movedUp(cards, index) })}
            onMoveDown={
              index === cards.length - 1 ? null : () => change({ cards: movedUp(cards, index + 1) })
            }
            cartLimit={
              typed.rules && cardCartLimit(typed.rules.cards, index, { currency, before: published })
            }
            discount={discounts.find(({ cardKey }) => cardKey === card.key) ?? null}
            currency={currency}
            timeZone={timeZone}
          />
        ))}
        {errors['cards'] && <InlineError fieldID="add-card" message={program.problems[errors['cards']]} />}
        <InlineStack>
          <Button id="add-card" onClick={add}>
            {program.addCard}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** Titles name a card in the theme editor, so two cards never begin with the same. */
function newCard(cards: readonly CardForm[]): CardForm {
  const number = cards.length === 0 ? '' : ` ${cards.length + 1}`;
  return emptyCard(byLanguage((language) => textsOf(language).program.newCardTitle + number));
}

function movedUp(cards: readonly CardForm[], index: number): CardForm[] {
  const moved = [...cards];
  moved.splice(index - 1, 0, ...moved.splice(index, 1));
  return moved;
}
