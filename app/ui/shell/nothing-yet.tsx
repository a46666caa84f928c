import { BlockStack, Box, Button, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

type Props = {
  heading: string;
  help: string;
  /** Of 120 by 80; it says nothing that the words don't. */
  picture?: ReactNode;
  /** The one thing to do about it. */
  action?: { content: string } & ({ url: string } | { onAction: () => void });
};

/** A list that is empty: what will be there, and when. Polaris's EmptyState wants an image file, and leaves a gap until it comes. */
export function NothingYet({ heading, help, picture, action }: Props) {
  return (
    <Box padding="800">
      <BlockStack gap="400" inlineAlign="center">
        {picture}
        <BlockStack gap="200" inlineAlign="center">
          <Text as="h2" variant="headingMd" alignment="center">
            {heading}
          </Text>
          <Text as="p" alignment="center" tone="subdued">
            {help}
          </Text>
        </BlockStack>
        {action && (
          <Button
            variant="primary"
            {...('url' in action ? { url: action.url } : { onClick: action.onAction })}
          >
            {action.content}
          </Button>
        )}
      </BlockStack>
    </Box>
  );
}
