import { Banner, BlockStack, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { SaveAnswer } from '#app/ui/form/use-save-bar.tsx';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useSend } from '#app/ui/form/use-send.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** Asks before a member is left out, or included again. It goes by what was so when it opened: once it is done, the page knows better. */
export function BlockModal({ isIncluded, onClose }: { isIncluded: boolean; onClose: () => void }) {
  const [blocked] = useState(isIncluded);
  const { members: texts, shell } = useTexts();
  const done = blocked ? texts.blockedToast : texts.takenInToast;
  const { send, saving, answer, close } = useSend<SaveAnswer>({ done, onClose });
  const content = blocked ? texts.leaveOut : texts.takeIn;
  return (
    <Modal
      open
      onClose={close}
      title={blocked ? texts.leaveOutTitle : texts.takeInTitle}
      primaryAction={{ content, onAction: () => send({ do: 'block', blocked }), loading: saving }}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <SlowSave saving={saving} />
          {answer?.ok === false && <Banner tone="critical">{shell.notSavedHelp}</Banner>}
          <Text as="p">{blocked ? texts.leaveOutHelp : texts.takeInHelp}</Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
