import { Banner, BlockStack, FormLayout, Modal, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { formatMonth, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useSend } from '#app/ui/form/use-send.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { birthdayErrors, type BirthdayAnswer, type BirthdayErrors } from './birthday-errors.ts';
import type { BirthdayDate, MemberData } from '../../members/member/member-data.ts';

type Form = { month: string; day: string; year: string; reason: string };
type Props = { data: MemberData; remove: boolean; onClose: () => void };

/** Enters, corrects or takes away the date. The key is made with the dialog: however often it is sent, it is set once. */
export function BirthdayModal({ data, remove, onClose }: Props) {
  const { members: texts, birthdays } = useTexts();
  const { card: say } = birthdays;
  const language = useLanguage();
  const { date } = data.birthday;
  const [form, setForm] = useState(() => formOf(date));
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
          <Fields form={form} errors={errors} remove={remove} gift={data.birthdayGift} change={setForm} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function formOf(date: BirthdayDate | null): Form {
  if (!date) return { month: '', day: '', year: '', reason: '' };
  return {
    month: String(date.month),
    day: String(date.day),
    year: date.year === null ? '' : String(date.year),
    reason: '',
  };
}

type FieldsProps = {
  form: Form;
  errors: BirthdayErrors;
  remove: boolean;
  gift: MemberData['birthdayGift'];
  change: (form: Form) => void;
};

function Fields({ form, errors, remove, gift, change }: FieldsProps) {
  const { members: texts, birthdays } = useTexts();
  const { card: say } = birthdays;
  const language = useLanguage();
  const field = (name: keyof Form, label: string, more: { numeric?: boolean; helpText?: string } = {}) => (
    <TextField
      label={label}
      autoComplete="off"
      inputMode={more.numeric ? 'numeric' : 'text'}
      helpText={more.helpText}
      value={form[name]}
      onChange={(typed) => change({ ...form, [name]: typed })}
      error={errors[name] ?? false}
    />
  );
  const wait = gift?.waitDays ?? 0;
  const helpText = wait > 0 ? say.waits(formatNumber(wait, language), pluralForm(wait, language)) : undefined;
  return (
    <FormLayout>
      {!remove && (
        <FormLayout.Group condensed {...(helpText ? { helpText } : {})}>
          {field('day', say.day, { numeric: true })}
          <Select
            label={say.month}
            options={monthOptions(say.chooseMonth, language)}
            value={form.month}
            onChange={(month) => change({ ...form, month })}
            error={errors.month ?? false}
          />
          {gift?.asksYear && field('year', say.year, { numeric: true })}
        </FormLayout.Group>
      )}
      {field('reason', texts.reason, { helpText: texts.reasonHelp })}
    </FormLayout>
  );
}

function monthOptions(choose: string, language: ReturnType<typeof useLanguage>) {
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: formatMonth(index + 1, language),
  }));
  return [{ value: '', label: choose }, ...months];
}
