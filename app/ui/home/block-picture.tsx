import { BlockStack, Box, SkeletonBodyText, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { SetupForm } from '#app/core/editing/setup/first-setup.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ask } from '../form/ask.ts';

/** The route's answer: the block as a document; null when nothing is on. */
export type PictureAnswer = { title: Localized; html: string } | { title: null; html: null };

/** Keystrokes closer together than this make one picture. */
const PAUSE_MS = 250;
/** Room for the tallest block, so that nothing moves when it comes: on a phone its sentences take more lines. */
const HEIGHT = 'clamp(230px, 350px - 15vw, 296px)';

/** The theme's own block with what is being typed, as a member with a few stamps sees it. */
export function BlockPicture({ form }: { form: SetupForm }) {
  const { guide } = useTexts();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {guide.picture}
      </Text>
      <Box background="bg-surface" borderWidth="025" borderColor="border" borderRadius="200" padding="200">
        <div style={{ height: HEIGHT, overflow: 'hidden' }}>
          <Picture answer={usePicture(form)} />
        </div>
      </Box>
    </BlockStack>
  );
}

function Picture({ answer }: { answer: PictureAnswer | 'failed' | null }) {
  const { guide } = useTexts();
  const language = useLanguage();
  if (answer === null) {
    return (
      <div role="status" aria-label={guide.pictureLoading}>
        <SkeletonBodyText lines={4} />
      </div>
    );
  }
  if (answer === 'failed' || answer.html === null) {
    return (
      <Text as="p" tone="subdued">
        {answer === 'failed' ? guide.pictureFailed : guide.pictureNone}
      </Text>
    );
  }
  return (
    <iframe
      title={guide.pictureOf(answer.title[language])}
      srcDoc={answer.html}
      sandbox=""
      style={{ border: 0, width: '100%', height: HEIGHT, display: 'block' }}
    />
  );
}

/** The last picture stays in view while the next is on its way. */
function usePicture(form: SetupForm): PictureAnswer | 'failed' | null {
  const [picture, setPicture] = useState<PictureAnswer | 'failed' | null>(null);
  const body = JSON.stringify(form);
  const first = useRef(true);
  useEffect(() => {
    const given = new AbortController();
    const send = async () => {
      first.current = false;
      const answer = await ask<PictureAnswer>('/app/picture', body, given.signal);
      if (!given.signal.aborted) setPicture(answer ?? 'failed');
    };
    const timer = setTimeout(() => void send(), first.current ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [body]);
  return picture;
}
