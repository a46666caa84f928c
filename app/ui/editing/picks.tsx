import { BlockStack, Button, InlineStack, Tag, Text } from '@shopify/polaris';
import type { Picked } from '#app/core/editing/picked.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { pickResources } from './pick-resources.ts';

type Chosen = { products: Picked[]; collections: Picked[] };

type Props = Chosen & {
  onChange: (fields: Partial<Chosen>) => void;
  /** Said below the buttons: that neither is chosen, or what it means. */
  hint: string | null;
  /** Of the field that the buttons belong to; null where a heading above says it. */
  label?: string;
  error?: string | undefined;
};

/** Products and collections, chosen in Shopify's own picker. */
export function Picks({ products, collections, onChange, hint, label, error }: Props) {
  const { program } = useTexts();
  const chosen = { products, collections };
  const pick = async (kind: 'product' | 'collection') => {
    const field = kind === 'product' ? 'products' : 'collections';
    const picked = await pickResources(kind, chosen[field]);
    if (picked) onChange({ [field]: picked.map(({ id, title }) => ({ id, title })) });
  };
  return (
    <BlockStack gap="200">
      <div role="group" {...(label && { 'aria-label': label })}>
        <InlineStack gap="200">
          <Button onClick={() => void pick('product')}>{program.chooseProducts}</Button>
          <Button onClick={() => void pick('collection')}>{program.chooseCollections}</Button>
        </InlineStack>
      </div>
      {hint !== null && (
        <Text as="p" tone="subdued">
          {hint}
        </Text>
      )}
      <InlineStack gap="200">
        {(['products', 'collections'] as const).flatMap((field) =>
          chosen[field].map((one) => (
            <PickedTag
              key={`${field}/${one.id}`}
              picked={one}
              onRemove={() => onChange({ [field]: chosen[field].filter(({ id }) => id !== one.id) })}
            />
          )),
        )}
      </InlineStack>
      <PickError error={error} />
    </BlockStack>
  );
}

export function PickedTag({ picked: { title }, onRemove }: { picked: Picked; onRemove: () => void }) {
  const { program } = useTexts();
  return (
    <Tag accessibilityLabel={program.removePicked(title)} onRemove={onRemove}>
      {title}
    </Tag>
  );
}

export function PickError({ error }: { error: string | undefined }) {
  if (!error) return null;
  return (
    <div role="alert">
      <Text as="p" tone="critical">
        {error}
      </Text>
    </div>
  );
}
