import { BlockStack, Button, ChoiceList, InlineStack, Tag, Text } from '@shopify/polaris';
import type { CardCartLimit } from '#app/core/editing/card-cart-limit.ts';
import type { CardForm, Picked } from '#app/core/editing/card-form.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
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
      {!card.all && <Picks card={card} onChange={onChange} />}
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

function Picks({ card, onChange }: Pick<Props, 'card' | 'onChange'>) {
  const { program } = useTexts();
  const nothing = card.products.length + card.collections.length + card.withTags.length === 0;
  const pick = async (kind: 'product' | 'collection') => {
    const field = kind === 'product' ? 'products' : 'collections';
    const picked = await pickResources(kind, card[field]);
    if (picked) onChange({ [field]: picked });
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200">
        <Button onClick={() => void pick('product')}>{program.chooseProducts}</Button>
        <Button onClick={() => void pick('collection')}>{program.chooseCollections}</Button>
      </InlineStack>
      {nothing && (
        <Text as="p" tone="subdued">
          {program.nothingChosen}
        </Text>
      )}
      <InlineStack gap="200">
        {(['products', 'collections'] as const).flatMap((field) =>
          card[field].map(({ id, title }) => (
            <Tag
              key={`${field}/${id}`}
              accessibilityLabel={program.removePicked(title)}
              onRemove={() => onChange({ [field]: card[field].filter((one) => one.id !== id) })}
            >
              {title}
            </Tag>
          )),
        )}
      </InlineStack>
    </BlockStack>
  );
}

const digitsOf = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

/** Null when the merchant cancelled. */
async function pickResources(
  kind: 'product' | 'collection',
  chosen: readonly Picked[],
): Promise<Picked[] | null> {
  const type = kind === 'product' ? 'Product' : 'Collection';
  const selectionIds = chosen.map(({ id }) => ({ id: `gid://shopify/${type}/${id}` }));
  const picked = await window.shopify.resourcePicker({
    type: kind,
    multiple: true,
    action: 'select',
    selectionIds,
  });
  return picked ? picked.map(({ id, title }) => ({ id: digitsOf(id), title })) : null;
}
