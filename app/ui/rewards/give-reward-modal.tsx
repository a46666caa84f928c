import { Banner, BlockStack, FormLayout, Modal, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { NOTE_LENGTH } from '#app/core/ledger/adjustment.ts';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useSend } from '#app/ui/form/use-send.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { handErrors, type HandAnswer, type HandErrors } from './reward-problems.ts';

type Form = { reward: string; reason: string; note: string };
type Rewards = MemberData['givable'];

/** Gives a member a reward of the published program. The key is made with the dialog: however often it is sent, it is given once. */
export function GiveRewardModal({ rewards, onClose }: { rewards: Rewards; onClose: () => void }) {
  const { members: texts, memberRewards: say } = useTexts();
  const language = useLanguage();
  const [requestKey] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState<Form>({ reward: rewards[0]?.key ?? '', reason: '', note: '' });
  const { send, saving, answer, close } = useSend<HandAnswer>({ done: say.given, onClose });
  const errors = handErrors(answer, language);
  return (
    <Modal
      open
      onClose={close}
      title={say.give}
      primaryAction={{
        content: say.give,
        onAction: () => send({ do: 'give-reward', requestKey, ...form }),
        loading: saving,
      }}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <SlowSave saving={saving} />
          {errors.general && <Banner tone="critical">{errors.general}</Banner>}
          <Fields form={form} rewards={rewards} errors={errors} change={setForm} />
          <Text as="p" tone="subdued">
            {say.giveHelp}
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

type FieldsProps = { form: Form; rewards: Rewards; errors: HandErrors; change: (form: Form) => void };

function Fields({ form, rewards, errors, change }: FieldsProps) {
  const { members: texts, ledger, memberRewards: say } = useTexts();
  const language = useLanguage();
  return (
    <FormLayout>
      <Select
        label={say.reward}
        options={rewards.map(({ key, title }) => ({ value: key, label: title[language] }))}
        value={form.reward}
        onChange={(reward) => change({ ...form, reward })}
        error={errors.reward ?? false}
      />
      <TextField
        label={texts.reason}
        helpText={texts.reasonHelp}
        autoComplete="off"
        value={form.reason}
        onChange={(reason) => change({ ...form, reason })}
        error={errors.reason ?? false}
      />
      <TextField
        label={ledger.note}
        helpText={ledger.noteHelp}
        autoComplete="off"
        maxLength={NOTE_LENGTH}
        showCharacterCount
        value={form.note}
        onChange={(note) => change({ ...form, note })}
        error={errors.note ?? false}
      />
    </FormLayout>
  );
}
