import { Badge, BlockStack, Box, Button, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import type { DiscountHealth } from '#app/core/discounts/discount-health.ts';
import type { CardCartLimit } from '#app/core/editing/card-cart-limit.ts';
import type { CardForm } from '#app/core/editing/card-form.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { CardDiscount } from '../discounts/card-discount.tsx';
import { CardTermsFields } from './card-terms-fields.tsx';
import { cardSentence } from './card-sentence.ts';
import { ProductChoice } from './product-choice.tsx';
import type { TypedRules } from '../editing/use-typed-rules.ts';

type Props = {
  card: CardForm;
  index: number;
  errors: FieldErrors;
  typed: TypedRules;
  /** As customers see it; null for a card that isn't published. */
  published: StampCard | null;
  changed: boolean;
  onChange: (fields: Partial<CardForm>) => void;
  onRemove: () => void;
  onMoveUp: (() => void) | null;
  onMoveDown: (() => void) | null;
  /** Null where it serves every cart, or a field can't be read. */
  cartLimit: CardCartLimit | null;
  /** A published card's discount. */
  discount: DiscountHealth | null;
  currency: string;
  timeZone: string;
};

/** One stamp card: its sentence, then what makes it up. */
export function CardEditor(props: Props) {
  const { card, index, errors, typed, published, changed, onChange } = props;
  const { cartLimit, discount, currency, timeZone } = props;
  const { program } = useTexts();
  const title = useTitle(card);
  const problem = (field: string) => {
    const found = errors[`cards.${index}.${field}`];
    return found ? program.problems[found] : undefined;
  };
  const rules = typed.rules?.cards[index];
  const titleField = (language: Language) => (
    <TextField
      key={language}
      label={program.titleIn[language]}
      value={card.title[language]}
      onChange={(typed) => onChange({ title: { ...card.title, [language]: typed } })}
      autoComplete="off"
      maxLength={100}
      error={problem(`title.${language}`) ?? false}
    />
  );
  return (
    <Box borderColor="border" borderWidth="025" borderRadius="200" padding="300">
      <BlockStack gap="300">
        <Heading {...props} />
        {rules && <Text as="p">{cardSentence(rules, typed.wording)}</Text>}
        {changed && published && (
          <Text as="p" tone="subdued">
            {program.publishedNow(cardSentence(published, typed.wording))}
          </Text>
        )}
        {discount && <CardDiscount discount={discount} timeZone={timeZone} />}
        <FormLayout>
          <FormLayout.Group condensed>{LANGUAGES.map(titleField)}</FormLayout.Group>
          <TextField
            label={program.sizeField}
            value={card.size}
            onChange={(size) => onChange({ size })}
            inputMode="numeric"
            autoComplete="off"
            helpText={program.sizeHelp}
            error={problem('size') ?? false}
          />
          <ProductChoice card={card} cartLimit={cartLimit} problem={problem} onChange={onChange} />
          <CardTermsFields
            card={card}
            title={title}
            currency={currency}
            problem={problem}
            onChange={onChange}
          />
        </FormLayout>
      </BlockStack>
    </Box>
  );
}

function useTitle({ title }: CardForm): string {
  const { program } = useTexts();
  return title[useLanguage()] || program.newCardTitle;
}

function Heading({ card, published, changed, onRemove, onMoveUp, onMoveDown }: Props) {
  const { program, cards } = useTexts();
  const title = useTitle(card);
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        {!published && <Badge tone="info">{program.isNew}</Badge>}
        {published && changed && <Badge tone="attention">{program.changed}</Badge>}
      </InlineStack>
      <InlineStack gap="300">
        {onMoveUp && (
          <Button variant="plain" accessibilityLabel={program.moveUp(title)} onClick={onMoveUp}>
            {program.up}
          </Button>
        )}
        {onMoveDown && (
          <Button variant="plain" accessibilityLabel={cards.moveDown(title)} onClick={onMoveDown}>
            {cards.down}
          </Button>
        )}
        <Button
          variant="plain"
          tone="critical"
          accessibilityLabel={program.removeCard(title)}
          onClick={onRemove}
        >
          {program.remove}
        </Button>
      </InlineStack>
    </InlineStack>
  );
}
