import { BlockStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { useCallback, useState } from 'react';
import type { Language } from '#app/core/values/languages.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { PreviewFrame } from './preview-frame.tsx';

export type Preview = { file: string; title: Record<Language, string>; html: string | null };
type Props = {
  /** Null until they come. */
  previews: readonly Preview[] | null;
  /** Where something stands under them: the room that they have, whatever comes. What is higher scrolls. */
  room?: string;
};

/** Shown once each frame has its height: until then a skeleton stands there, so that nothing is seen to move. */
export function Previews({ previews, room }: Props) {
  const { program } = useTexts();
  const [fitted, setFitted] = useState<ReadonlySet<string>>(new Set());
  const onFitted = useCallback((file: string) => setFitted((before) => new Set(before).add(file)), []);
  const [shown, setShown] = useState(false);
  if (!shown && previews?.every(({ file, html }) => html === null || fitted.has(file))) setShown(true);
  return (
    <div
      style={{
        position: 'relative',
        ...(room ? { height: room, overflowY: 'auto' } : { minHeight: '20rem' }),
      }}
      {...(room && { role: 'group', 'aria-label': program.preview.heading, tabIndex: 0 })}
    >
      {!shown && (
        <div role="status" aria-label={program.preview.loading}>
          <SkeletonBodyText lines={8} />
        </div>
      )}
      <div style={shown ? {} : { position: 'absolute', insetInline: 0, top: 0, visibility: 'hidden' }}>
        <BlockStack gap="400">
          {previews?.map((preview) => (
            <OnePreview key={preview.file} preview={preview} onFitted={onFitted} />
          ))}
        </BlockStack>
      </div>
    </div>
  );
}

type OneProps = { preview: Preview; onFitted: (file: string) => void };

function OnePreview({ preview: { file, title, html }, onFitted }: OneProps) {
  const { program } = useTexts();
  const language = useLanguage();
  const fitted = useCallback(() => onFitted(file), [onFitted, file]);
  const name = title[language];
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {name}
      </Text>
      {html === null ? (
        <Text as="p" tone="subdued">
          {program.preview.nothing}
        </Text>
      ) : (
        <PreviewFrame html={html} title={program.preview.frame(name)} onFitted={fitted} />
      )}
    </BlockStack>
  );
}
