import { Box, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { MomentPicture } from './moment-picture.tsx';
import type { ReadyToUse } from './ready-cards.ts';

/** A moment that is ready to be used. */
export function ReadyCard({ of, group, name, about, notes, to }: ReadyToUse) {
  const { moments: say } = useTexts();
  return (
    <Card padding="0">
      <MomentPicture of={of} group={group} />
      <Box padding="400">
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {name}
          </Text>
          <Text as="p">{about}</Text>
          {notes.map((note) => (
            <Text key={note} as="p" tone="subdued">
              {note}
            </Text>
          ))}
          <InlineStack>
            <Button url={to} accessibilityLabel={say.useNamed(name)}>
              {say.use}
            </Button>
          </InlineStack>
        </BlockStack>
      </Box>
    </Card>
  );
}
