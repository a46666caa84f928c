import { Box, Text } from '@shopify/polaris';

/** What a page is about, above its cards: on a phone as far from the edge as what is in them. */
export function PageIntro({ children }: { children: string }) {
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <Text as="p" tone="subdued">
        {children}
      </Text>
    </Box>
  );
}
