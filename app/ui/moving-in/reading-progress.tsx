import { BlockStack, Button, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useId } from 'react';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import type { Reading } from './use-chosen-file.ts';

/** A smaller file is read before anybody could read this. */
const LARGE = 5_000_000;
const MEGABYTE = 1_000_000;

/** How far a large file is read, and a way to stop it. */
export function ReadingProgress({ reading, stop }: { reading: Reading | null; stop: () => void }) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const id = useId();
  if (reading === null || reading.size < LARGE) return null;
  const megabytes = (bytes: number) => formatNumber(Math.round(bytes / MEGABYTE), language);
  return (
    <BlockStack gap="200">
      <Text as="p" id={id}>
        {texts.reading(megabytes(reading.bytes), megabytes(reading.size))}
      </Text>
      <ProgressBar
        progress={Math.min(100, Math.round((reading.bytes / reading.size) * 100))}
        size="small"
        ariaLabelledBy={id}
      />
      <InlineStack>
        <Button onClick={stop}>{texts.stopReading}</Button>
      </InlineStack>
    </BlockStack>
  );
}
