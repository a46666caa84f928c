import { Banner, BlockStack } from '@shopify/polaris';
import type { WaitingCollection } from '#app/core/who/kept-collection.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { waitingInWords } from './waiting-in-words.ts';

/** Why nobody is given something yet: collections that decide of it aren't read, or can't be. */
export function WaitingCollections({ waiting }: { waiting: readonly WaitingCollection[] }) {
  const { who: say } = useTexts();
  if (waiting.length === 0) return null;
  const broken = waiting.some(({ lack }) => lack !== null);
  return (
    <Banner tone={broken ? 'warning' : 'info'} title={say.waiting.heading}>
      <BlockStack gap="100">
        {waitingInWords(waiting, say).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </BlockStack>
    </Banner>
  );
}
