import { BlockStack, Box, Text } from '@shopify/polaris';

/** A list that is empty: what will be there, and when. Polaris's EmptyState leaves a gap where it wants a picture. */
export function NothingYet({ heading, help }: { heading: string; help: string }) {
  return (
    <Box padding="800">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {heading}
        </Text>
        <Text as="p" alignment="center" tone="subdued">
          {help}
        </Text>
      </BlockStack>
    </Box>
  );
}
