import { Banner, BlockStack, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useSend } from '#app/ui/form/use-send.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { birthdayErrors, type BirthdayAnswer } from './birthday-errors.ts';
import { DateFields, formOfDate } from './date-fields.tsx';
import type { MemberData } from '../../members/member/member-data.ts';

type Props = { data: MemberData; remove: boolean; onClose: () => void };

/** Enters, corrects or takes away the date. The key is made with the dialog: however often it is sent, it is set once. */
export function BirthdayModal({ data, remove, onClose }: Props) {
  const { members: texts, birthdays } = useTexts();
  const { card: say } = birthdays;
  const language = useLanguage();
  const { date } = data.birthday;
  const [form, setForm] = useState(() => formOfDate(date));
  const [requestKey] = useState(() => crypto.randomUUID());
  const done = remove ? say.removed : say.saved;
  const { send, saving, answer, close } = useSend<BirthdayAnswer>({ done, onClose });
  const errors = birthdayErrors(answer, language);
  const action = {
    content: remove ? say.remove : texts.save,
    onAction: () => send({ do: 'birthday', requestKey, remove, ...form }),
    loading: saving,
    destructive: remove,
  };
  return (
    <Modal
      open
      onClose={close}
      title={remove ? say.removeTitle : date ? say.correctTitle : say.enterTitle}
      primaryAction={action}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <SlowSave saving={saving} />
          {errors.general && <Banner tone="critical">{errors.general}</Banner>}
          {remove && <Text as="p">{say.removeHelp}</Text>}
          <DateFields
            {...{ form, errors, remove }}
            asksYear={data.birthdayGift?.asksYear ?? false}
            waitDays={data.birthdayGift?.waitDays ?? 0}
            change={setForm}
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
