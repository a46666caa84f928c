import {
  BlockStack,
  Button,
  ChoiceList,
  Collapsible,
  FormLayout,
  InlineGrid,
  InlineStack,
  Text,
  TextField,
} from '@shopify/polaris';
import { useId, useState } from 'react';
import type { CardForm } from '#app/core/editing/card-form.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  card: CardForm;
  title: string;
  currency: string;
  problem: (field: string) => string | undefined;
  onChange: (fields: Partial<CardForm>) => void;
};

const KINDS = ['product', 'order', 'shipping'] as const;

/** The terms that most cards never set: folded away until somebody asks for them, or one of their fields is wrong. */
export function CardTermsFields(props: Props) {
  const { cards } = useTexts();
  const { card, title, problem } = props;
  const set = card.maxPrice !== '' || card.startsOn !== '' || card.endsOn !== '';
  const [open, setOpen] = useState(set || KINDS.some((kind) => !card.combinesWith[kind]));
  const wrong = ['maxPrice', 'startsOn', 'endsOn'].some((field) => problem(field) !== undefined);
  const id = useId();
  // Open from then on: fields must not fold away while somebody mends them.
  if (wrong && !open) setOpen(true);
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button
          variant="plain"
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={id}
          accessibilityLabel={cards.more(title)}
          onClick={() => setOpen(!open)}
        >
          {cards.moreShort}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        <Terms {...props} />
      </Collapsible>
    </BlockStack>
  );
}

function Terms({ card, currency, problem, onChange }: Props) {
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
        helpText={cards.maxPriceHelp}
        error={problem('maxPrice') ?? false}
      />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {day('startsOn')}
        {day('endsOn')}
      </InlineGrid>
      <Text as="p" tone="subdued">
        {cards.daysHelp}
      </Text>
      <Combinations card={card} onChange={onChange} />
    </FormLayout>
  );
}

function Combinations({ card: { combinesWith }, onChange }: Pick<Props, 'card' | 'onChange'>) {
  const { cards } = useTexts();
  return (
    <BlockStack gap="100">
      <ChoiceList
        allowMultiple
        title={cards.combinations}
        choices={KINDS.map((kind) => ({ label: cards.combinable[kind], value: kind }))}
        selected={KINDS.filter((kind) => combinesWith[kind])}
        onChange={(chosen) =>
          onChange({
            combinesWith: {
              product: chosen.includes('product'),
              order: chosen.includes('order'),
              shipping: chosen.includes('shipping'),
            },
          })
        }
      />
      <Text as="p" tone="subdued">
        {cards.combinationsHelp}
      </Text>
    </BlockStack>
  );
}
