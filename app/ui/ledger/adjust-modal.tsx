import { Banner, BlockStack, Checkbox, FormLayout, Modal, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { NOTE_LENGTH } from '#app/core/ledger/adjustment.ts';
import { POINTS, stampsOf } from '#app/core/values/units.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { useSend } from '../form/use-send.ts';
import { adjustErrors, type AdjustAnswer } from './adjust-errors.ts';
import { contextOf } from './context-of.ts';
import type { MemberData } from '../members/member/member-data.ts';

type Form = {
  unit: string;
  direction: 'add' | 'remove';
  amount: string;
  reason: string;
  /** For the customer. */
  note: string;
  belowZero: boolean;
};

const EMPTY: Form = { unit: POINTS, direction: 'add', amount: '', reason: '', note: '', belowZero: false };

/** Gives or takes by hand. The key is made with the dialog: however often it is sent, it adjusts once. */
export function AdjustModal({ data, onClose }: { data: MemberData; onClose: () => void }) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const [form, setForm] = useState(EMPTY);
  const [requestKey] = useState(() => crypto.randomUUID());
  const { send, saving, answer, close } = useSend<AdjustAnswer>({ done: texts.adjustedToast, onClose });
  const errors = adjustErrors(answer, contextOf(form.unit, data, language));
  const change = (fields: Partial<Form>) => setForm({ ...form, belowZero: false, ...fields });
  const save = () => send({ do: 'adjust', requestKey, ...form });
  return (
    <Modal
      open
      onClose={close}
      title={texts.adjust}
      primaryAction={{ content: texts.save, onAction: save, loading: saving }}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {errors.general && <Banner tone="critical">{errors.general}</Banner>}
          <Fields form={form} data={data} errors={errors} change={change} />
          {errors.belowZero && (
            <Banner tone="warning" title={texts.belowZero}>
              <p>{errors.belowZero}</p>
              <Checkbox
                label={texts.belowZeroConfirm}
                checked={form.belowZero}
                onChange={(belowZero) => setForm({ ...form, belowZero })}
              />
            </Banner>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

type FieldsProps = {
  form: Form;
  data: MemberData;
  errors: ReturnType<typeof adjustErrors>;
  change: (fields: Partial<Form>) => void;
};

function Fields({ form, data, errors, change }: FieldsProps) {
  const { members: texts, ledger } = useTexts();
  const language = useLanguage();
  const stamps = data.cards.map(({ key, title }) => ({
    value: stampsOf(key),
    label: texts.stampsOf(title[language]),
  }));
  const directions = [
    { value: 'add', label: texts.add },
    { value: 'remove', label: texts.remove },
  ];
  return (
    <FormLayout>
      {stamps.length > 0 && (
        <Select
          label={texts.adjustWhat}
          options={[{ value: POINTS, label: texts.points }, ...stamps]}
          value={form.unit}
          onChange={(unit) => change({ unit })}
          error={errors.unit ?? false}
        />
      )}
      <FormLayout.Group condensed>
        <Select
          label={texts.direction}
          options={directions}
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
        onChange={(reason) => change({ reason, belowZero: form.belowZero })}
        error={errors.reason ?? false}
      />
      <TextField
        label={ledger.note}
        helpText={ledger.noteHelp}
        autoComplete="off"
        maxLength={NOTE_LENGTH}
        showCharacterCount
        value={form.note}
        onChange={(note) => change({ note, belowZero: form.belowZero })}
        error={errors.note ?? false}
      />
    </FormLayout>
  );
}
