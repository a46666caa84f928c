import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';

export function OrderStep({ shop, counted }: { shop: string; counted: boolean }) {
  const { home } = useTexts();
  return (
    <BlockStack gap="300">
      <Text as="p">{counted ? home.orderStepDone : home.orderStepHelp}</Text>
      {!counted && (
        <InlineStack>
          <Button url={`https://${shop}`} target="_blank" accessibilityLabel={home.openShopLabel}>
            {home.openShop}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}
