import { Banner, BlockStack, Checkbox, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { POINTS } from '#app/core/values/units.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { SlowSave } from '../form/slow-save.tsx';
import type { TitledCard } from '../stamps/card-summary.ts';
import type { AdjustErrors } from './adjust-errors.ts';
import { AdjustFields, type AdjustForm } from './adjust-fields.tsx';

const EMPTY: AdjustForm = {
  unit: POINTS,
  direction: 'add',
  amount: '',
  reason: '',
  note: '',
  belowZero: false,
};

type Props = {
  title: string;
  cards: readonly Pick<TitledCard, 'key' | 'title'>[];
  /** Asks for a sentence for the customer, too. */
  hasNote?: boolean;
  /** What else is to be known, below the fields. */
  help?: string;
  saving: boolean;
  errorsOf: (unit: string) => AdjustErrors;
  onSave: (form: AdjustForm) => void;
  /** Nobody leaves while an answer is awaited: what became of it is said here. */
  onClose: () => void;
};

/** Gives or takes by hand, from one member or several. What was typed stays until it is saved. */
export function AdjustDialog({ title, cards, hasNote = false, help, saving, ...props }: Props) {
  const { members: texts } = useTexts();
  const [form, setForm] = useState(EMPTY);
  const errors = props.errorsOf(form.unit);
  const change = (fields: Partial<AdjustForm>) => setForm({ ...form, ...fields });
  const close = () => {
    if (!saving) props.onClose();
  };
  return (
    <Modal
      open
      onClose={close}
      title={title}
      primaryAction={{ content: texts.save, onAction: () => props.onSave(form), loading: saving }}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <SlowSave saving={saving} />
          {errors.general && <Banner tone="critical">{errors.general}</Banner>}
          <AdjustFields form={form} cards={cards} hasNote={hasNote} errors={errors} change={change} />
          {errors.belowZero && <BelowZero form={form} question={errors.belowZero} change={change} />}
          {help && (
            <Text as="p" tone="subdued">
              {help}
            </Text>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

type BelowZeroProps = {
  form: AdjustForm;
  question: string;
  change: (fields: Partial<AdjustForm>) => void;
};

function BelowZero({ form, question, change }: BelowZeroProps) {
  const { members: texts } = useTexts();
  return (
    <Banner tone="warning" title={texts.belowZero}>
      <p>{question}</p>
      <Checkbox
        label={texts.belowZeroConfirm}
        checked={form.belowZero}
        onChange={(belowZero) => change({ belowZero })}
      />
    </Banner>
  );
}
