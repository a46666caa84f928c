import { Banner, BlockStack, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useSend } from '#app/ui/form/use-send.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { LifeDateData } from '../members/member/member-data.ts';
import { DateFields, formOfDate } from '../moments/birthdays/date-fields.tsx';
import { lifeDateErrors, type LifeDateAnswer } from './life-date-errors.ts';

type Props = { of: LifeDateData; remove: boolean; onClose: () => void };

/** Enters, corrects or takes away a date of life. The key is made with the dialog: however often it is sent, it is set once. */
export function LifeDateModal({ of, remove, onClose }: Props) {
  const { members: texts, memberDates: say } = useTexts();
  const language = useLanguage();
  const [form, setForm] = useState(() => formOfDate(of.date));
  const [requestKey] = useState(() => crypto.randomUUID());
  const done = remove ? say.removed : say.saved;
  const { send, saving, answer, close } = useSend<LifeDateAnswer>({ done, onClose });
  const errors = lifeDateErrors(answer, language);
  const title = of.title?.[language] ?? say.unnamed;
  const action = {
    content: remove ? say.remove : texts.save,
    onAction: () => send({ do: 'life-date', moment: of.key, requestKey, remove, ...form }),
    loading: saving,
    destructive: remove,
  };
  return (
    <Modal
      open
      onClose={close}
      title={remove ? say.removeTitle(title) : title}
      primaryAction={action}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <SlowSave saving={saving} />
          {errors.general && <Banner tone="critical">{errors.general}</Banner>}
          <Text as="p">{remove ? say.removeHelp : say.help}</Text>
          <DateFields {...{ form, errors, remove }} asksYear waitDays={0} change={setForm} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
