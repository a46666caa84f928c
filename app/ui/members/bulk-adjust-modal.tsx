import { Banner, BlockStack, FormLayout, Modal, Select, Text, TextField } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { POINTS, stampsOf } from '#app/core/values/units.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { bulkErrors, type BulkErrors } from './bulk-errors.ts';
import type { MembersData } from './members-data.ts';
import type { Bulk } from './use-bulk.ts';

type Props = { bulk: Bulk; cards: MembersData['cards']; memberIds: string[]; onClose: () => void };
type Form = { unit: string; direction: 'add' | 'remove'; amount: string; reason: string };

/** Gives to several, or takes from them. The key is made with the dialog: however often it is sent, it adjusts once. */
export function BulkAdjustModal({ bulk, cards, memberIds, onClose }: Props) {
  const { members: texts, memberList } = useTexts();
  const language = useLanguage();
  const [form, setForm] = useState<Form>({ unit: POINTS, direction: 'add', amount: '', reason: '' });
  const [requestKey] = useState(() => crypto.randomUUID());
  const { answer, sending } = bulk;
  const isMine = bulk.sent?.do === 'adjust' && bulk.sent.requestKey === requestKey;
  const errors = bulkErrors(isMine ? answer : null, language);
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (!isMine || !answer?.ok || told.current === answer) return;
    told.current = answer;
    onClose();
  }, [isMine, answer, onClose]);
  const count = memberIds.length;
  const save = () => bulk.send({ do: 'adjust', memberIds, requestKey, ...form });
  const close = () => {
    if (!sending) onClose();
  };
  return (
    <Modal
      open
      onClose={close}
      title={memberList.adjustTitle(formatNumber(count, language), pluralForm(count, language))}
      primaryAction={{ content: texts.save, onAction: save, loading: sending }}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: sending }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {errors.general && <Banner tone="critical">{errors.general}</Banner>}
          <Fields
            form={form}
            cards={cards}
            errors={errors}
            change={(fields) => setForm({ ...form, ...fields })}
          />
          <Text as="p" tone="subdued">
            {memberList.neverBelowZero}
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

type FieldsProps = {
  form: Form;
  cards: Props['cards'];
  errors: BulkErrors;
  change: (fields: Partial<Form>) => void;
};

function Fields({ form, cards, errors, change }: FieldsProps) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const stamps = cards.map(({ key, title }) => ({
    value: stampsOf(key),
    label: texts.stampsOf(title[language]),
  }));
  return (
    <FormLayout>
      {stamps.length > 0 && (
        <Select
          label={texts.adjustWhat}
          options={[{ value: POINTS, label: texts.points }, ...stamps]}
          value={form.unit}
          onChange={(unit) => change({ unit })}
        />
      )}
      <FormLayout.Group condensed>
        <Select
          label={texts.direction}
          options={[
            { value: 'add', label: texts.add },
            { value: 'remove', label: texts.remove },
          ]}
          value={form.direction}
          onChange={(value) => change({ direction: value === 'remove' ? 'remove' : 'add' })}
        />
        <TextField
          label={texts.amount}
          inputMode="numeric"
          autoComplete="off"
          value={form.amount}
          onChange={(amount) => change({ amount })}
          error={errors.amount ?? false}
        />
      </FormLayout.Group>
      <TextField
        label={texts.reason}
        helpText={texts.reasonHelp}
        autoComplete="off"
        value={form.reason}
        onChange={(reason) => change({ reason })}
        error={errors.reason ?? false}
      />
    </FormLayout>
  );
}
