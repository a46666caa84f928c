import { BlockStack, Button, InlineStack, Tag, Text } from '@shopify/polaris';
import type { Picked } from '#app/core/editing/picked.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Chosen = { products: Picked[]; collections: Picked[] };

type Props = Chosen & {
  onChange: (fields: Partial<Chosen>) => void;
  /** Said where neither is chosen. */
  nothing: string | null;
  /** Of the field that the buttons belong to; null where a heading above says it. */
  label?: string;
  error?: string | undefined;
};

/** Products and collections, chosen in Shopify's own picker. */
export function Picks({ products, collections, onChange, nothing, label, error }: Props) {
  const { program } = useTexts();
  const chosen = { products, collections };
  const pick = async (kind: 'product' | 'collection') => {
    const field = kind === 'product' ? 'products' : 'collections';
    const picked = await pickResources(kind, chosen[field]);
    if (picked) onChange({ [field]: picked });
  };
  return (
    <BlockStack gap="200">
      <div role="group" {...(label && { 'aria-label': label })}>
        <InlineStack gap="200">
          <Button onClick={() => void pick('product')}>{program.chooseProducts}</Button>
          <Button onClick={() => void pick('collection')}>{program.chooseCollections}</Button>
        </InlineStack>
      </div>
      {nothing !== null && (
        <Text as="p" tone="subdued">
          {nothing}
        </Text>
      )}
      <InlineStack gap="200">
        {(['products', 'collections'] as const).flatMap((field) =>
          chosen[field].map(({ id, title }) => (
            <Tag
              key={`${field}/${id}`}
              accessibilityLabel={program.removePicked(title)}
              onRemove={() => onChange({ [field]: chosen[field].filter((one) => one.id !== id) })}
            >
              {title}
            </Tag>
          )),
        )}
      </InlineStack>
      {error && (
        <div role="alert">
          <Text as="p" tone="critical">
            {error}
          </Text>
        </div>
      )}
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
