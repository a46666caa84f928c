import { BlockStack, Box, InlineGrid, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

type Props = { title: string; about: string; children: ReactNode };

/** Polaris's pattern for settings: what a card is about at its side, above it on a phone. */
export function Section({ title, about, children }: Props) {
  return (
    <InlineGrid columns={{ xs: '1fr', md: '2fr 5fr' }} gap={{ xs: '300', md: '400' }}>
      <Box as="section" paddingInline={{ xs: '400', sm: '0' }} paddingBlockStart={{ md: '400' }}>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {about}
          </Text>
        </BlockStack>
      </Box>
      {children}
    </InlineGrid>
  );
}
