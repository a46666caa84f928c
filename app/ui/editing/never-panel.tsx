import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { EditProps } from './edit-props.ts';
import { Picks } from './picks.tsx';

/** Products that never count, for points, cards and rewards alike. */
export function NeverPanel({ value, change, errors }: Pick<EditProps, 'value' | 'change' | 'errors'>) {
  const { rewards, program } = useTexts();
  const { never: say } = rewards;
  const { products, collections } = value.neverEarns ?? { products: [], collections: [] };
  const error = errors['neverEarns'];
  const none = products.length + collections.length === 0;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {say.heading}
          </Text>
          <Text as="p" tone="subdued">
            {say.help} {say.example}
          </Text>
        </BlockStack>
        <Picks
          label={say.heading}
          products={products}
          collections={collections}
          hint={none ? say.none : null}
          error={error && program.problems[error]}
          onChange={(fields) => change({ neverEarns: { products, collections, ...fields } })}
        />
      </BlockStack>
    </Card>
  );
}
