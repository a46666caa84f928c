import { BlockStack, Box, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useId, type ReactNode } from 'react';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = { title: string; done: boolean; open: boolean; toggle: () => void; children: ReactNode };

/** A button that looks like its text; the browser's own focus ring stays. */
const BARE = {
  appearance: 'none',
  width: '100%',
  minHeight: 32,
  padding: 0,
  border: 0,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'start',
  cursor: 'pointer',
} as const;

/** One step of the setup guide: its state, and, when open, what to do. */
export function GuideStep({ title, done, open, toggle, children }: Props) {
  const { home } = useTexts();
  const id = useId();
  return (
    <Box background={open ? 'bg-surface-secondary' : 'bg-surface'} borderRadius="200" padding="200">
      <BlockStack gap="100">
        <button type="button" style={BARE} onClick={toggle} aria-expanded={open} aria-controls={id}>
          <InlineStack gap="200" blockAlign="center" wrap={false}>
            <StepMark done={done} label={done ? home.stepDone : home.stepOpen} />
            <Text as="span" variant={open ? 'headingSm' : 'bodyMd'} alignment="start">
              {title}
            </Text>
          </InlineStack>
        </button>
        <Collapsible id={id} open={open}>
          <Box paddingInlineStart={{ xs: '0', sm: '800' }} paddingBlock="200">
            {children}
          </Box>
        </Collapsible>
      </BlockStack>
    </Box>
  );
}

/** A dashed circle, or one with a check in it. */
function StepMark({ done, label }: { done: boolean; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      style={{ flex: 'none' }}
    >
      {done ? (
        <>
          <circle cx="10" cy="10" r="9" fill="var(--p-color-bg-fill-brand)" />
          <path d="m6 10.4 2.7 2.6L14 7.4" stroke="var(--p-color-text-brand-on-bg-fill)" strokeWidth="1.8" />
        </>
      ) : (
        <circle
          cx="10"
          cy="10"
          r="8"
          stroke="var(--p-color-icon-secondary)"
          strokeWidth="2"
          strokeDasharray="3.2 3.08"
        />
      )}
    </svg>
  );
}
