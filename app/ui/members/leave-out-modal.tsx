import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Modal, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import type { SaveAnswer } from '#app/ui/use-save-bar.tsx';
import { useTexts } from '#app/ui/use-texts.ts';

/** Asks before a member is left out, or included again. */
export function LeaveOutModal({ leftOut, onClose }: { leftOut: boolean; onClose: () => void }) {
  const { members: texts, shell } = useTexts();
  const fetcher = useFetcher<SaveAnswer>();
  const { state, data } = fetcher;
  const done = state === 'idle' && data?.ok === true;
  useEffect(() => {
    if (!done) return;
    window.shopify.toast.show(leftOut ? texts.leftOutToast : texts.takenInToast);
    onClose();
  }, [done, leftOut, texts, onClose]);
  const send = () => {
    if (state !== 'idle') return;
    fetcher.submit(JSON.stringify({ do: 'leave-out', leftOut }), {
      ...{ method: 'post', encType: 'application/json' },
    });
  };
  const content = leftOut ? texts.leaveOut : texts.takeIn;
  return (
    <Modal
      open
      onClose={onClose}
      title={leftOut ? texts.leaveOutTitle : texts.takeInTitle}
      primaryAction={{ content, onAction: send, loading: state !== 'idle' }}
      secondaryActions={[{ content: texts.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {state === 'idle' && data?.ok === false && <Banner tone="critical">{shell.notSavedHelp}</Banner>}
          <Text as="p">{leftOut ? texts.leaveOutHelp : texts.takeInHelp}</Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
