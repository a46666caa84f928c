import { BlockStack, ChoiceList } from '@shopify/polaris';
import type { CardCartLimit } from '#app/core/editing/card-cart-limit.ts';
import type { CardForm } from '#app/core/editing/card-form.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { Picks } from '../editing/picks.tsx';
import { CartLimitHint } from './cart-limit-hint.tsx';
import { TagField } from './tag-field.tsx';

type Props = {
  card: CardForm;
  cartLimit: CardCartLimit | null;
  problem: (field: string) => string | undefined;
  onChange: (fields: Partial<CardForm>) => void;
};

/** The products that a card counts: all, or what the merchant picks in Shopify's own picker. */
export function ProductChoice({ card, cartLimit, problem, onChange }: Props) {
  const { program, cards } = useTexts();
  const error = problem('products');
  const { products, collections, withTags } = card;
  const nothing = products.length + collections.length + withTags.length === 0;
  return (
    <BlockStack gap="200">
      <ChoiceList
        title={program.productsField}
        choices={[
          { label: program.allProducts, value: 'all' },
          { label: program.chosenProducts, value: 'chosen' },
        ]}
        selected={[card.all ? 'all' : 'chosen']}
        onChange={([chosen]) => onChange({ all: chosen === 'all' })}
        {...(error ? { error } : {})}
      />
      {!card.all && (
        <Picks
          products={products}
          collections={collections}
          hint={nothing ? program.nothingChosen : null}
          onChange={onChange}
        />
      )}
      {!card.all && (
        <TagField
          label={cards.withTags}
          help={cards.withTagsHelp}
          tags={card.withTags}
          error={problem('withTags')}
          onChange={(withTags) => onChange({ withTags })}
        />
      )}
      <TagField
        label={cards.withoutTags}
        help={cards.withoutTagsHelp}
        tags={card.withoutTags}
        error={problem('withoutTags')}
        onChange={(withoutTags) => onChange({ withoutTags })}
      />
      <CartLimitHint limit={error ? null : cartLimit} />
    </BlockStack>
  );
}
