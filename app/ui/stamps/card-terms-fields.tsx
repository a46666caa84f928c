import { FormLayout, InlineGrid, Text, TextField } from '@shopify/polaris';
import type { CardForm } from '#app/core/editing/card-form.ts';
import { Combinations } from '#app/ui/discounts/combinations.tsx';
import { FoldedFields } from '#app/ui/form/folded-fields.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  card: CardForm;
  title: string;
  currency: string;
  /** A full one is given as a code, for which the highest price is what it takes off. */
  asCode: boolean;
  problem: (field: string) => string | undefined;
  onChange: (fields: Partial<CardForm>) => void;
};

const KINDS = ['product', 'order', 'shipping'] as const;

/** The terms that most cards never set. */
export function CardTermsFields(props: Props) {
  const { cards } = useTexts();
  const { card, title, problem } = props;
  const set = card.maxPrice !== '' || card.startsOn !== '' || card.endsOn !== '';
  const alone = KINDS.some((kind) => !card.combinesWith[kind]);
  const wrong = ['maxPrice', 'startsOn', 'endsOn'].some((field) => problem(field) !== undefined);
  return (
    <FoldedFields label={cards.moreShort} labelOfWhat={cards.more(title)} set={set || alone} wrong={wrong}>
      <Terms {...props} />
    </FoldedFields>
  );
}

function Terms({ card, currency, asCode, problem, onChange }: Props) {
  const { cards } = useTexts();
  const day = (field: 'startsOn' | 'endsOn') => (
    <TextField
      type="date"
      label={cards[field]}
      value={card[field]}
      onChange={(value) => onChange({ [field]: value })}
      autoComplete="off"
      error={problem(field) ?? false}
    />
  );
  return (
    <FormLayout>
      <TextField
        label={cards.maxPrice(currency)}
        value={card.maxPrice}
        onChange={(maxPrice) => onChange({ maxPrice })}
        inputMode="decimal"
        autoComplete="off"
        helpText={asCode ? cards.maxPriceOfCode : cards.maxPriceHelp}
        error={problem('maxPrice') ?? false}
      />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {day('startsOn')}
        {day('endsOn')}
      </InlineGrid>
      <Text as="p" tone="subdued">
        {cards.daysHelp}
      </Text>
      <Combinations
        kinds={KINDS}
        combinesWith={card.combinesWith}
        help={cards.combinationsHelp}
        onChange={(combinesWith) => onChange({ combinesWith })}
      />
    </FormLayout>
  );
}
