import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

type StoryLink = { text: string; url: string };
type Props = {
  sentence: string;
  /** What it doesn't say by itself. */
  notes: readonly string[];
  link: StoryLink;
  /** Where else it leads. */
  also?: StoryLink;
  /** The plot. */
  children: ReactNode;
};

/** One sentence with the number in it, a small plot, and the way to the list behind. */
export function Story({ sentence, notes, link, also, children }: Props) {
  return (
    <Card>
      <div style={{ height: '100%', display: 'flex', flexDirection: 'column', gap: '0.75rem' }}>
        <BlockStack gap="100">
          <Text as="h3" variant="headingMd">
            {sentence}
          </Text>
          {notes.map((note) => (
            <Text key={note} as="p" tone="subdued">
              {note}
            </Text>
          ))}
        </BlockStack>
        <div style={{ flex: 1 }} />
        {children}
        <InlineStack gap="400">
          <Link url={link.url}>{link.text}</Link>
          {also && <Link url={also.url}>{also.text}</Link>}
        </InlineStack>
      </div>
    </Card>
  );
}
