import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Modal, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import type { SaveAnswer } from '#app/ui/form/use-save-bar.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { unlessSaving } from '../unless-saving.ts';

/** Asks before a member is left out, or included again. */
export function BlockModal({ blocked, onClose }: { blocked: boolean; onClose: () => void }) {
  const { members: texts, shell } = useTexts();
  const fetcher = useFetcher<SaveAnswer>();
  const { state, data } = fetcher;
  const saving = state !== 'idle';
  const done = !saving && data?.ok === true;
  useEffect(() => {
    if (!done) return;
    window.shopify.toast.show(blocked ? texts.blockedToast : texts.takenInToast);
    onClose();
  }, [done, blocked, texts, onClose]);
  const send = () => {
    if (saving) return;
    fetcher.submit(JSON.stringify({ do: 'block', blocked }), {
      ...{ method: 'post', encType: 'application/json' },
    });
  };
  const close = unlessSaving(saving, onClose);
  const content = blocked ? texts.leaveOut : texts.takeIn;
  return (
    <Modal
      open
      onClose={close}
      title={blocked ? texts.leaveOutTitle : texts.takeInTitle}
      primaryAction={{ content, onAction: send, loading: saving }}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {!saving && data?.ok === false && <Banner tone="critical">{shell.notSavedHelp}</Banner>}
          <Text as="p">{blocked ? texts.leaveOutHelp : texts.takeInHelp}</Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
