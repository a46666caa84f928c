import { FormLayout, Select, TextField } from '@shopify/polaris';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMonth, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { BirthdayDate } from '../../members/member/member-data.ts';
import type { BirthdayErrors } from './birthday-errors.ts';

export type DateForm = { month: string; day: string; year: string; reason: string };

type Props = {
  form: DateForm;
  errors: BirthdayErrors;
  /** Then only the reason is asked for. */
  remove: boolean;
  asksYear: boolean;
  waitDays: number;
  change: (form: DateForm) => void;
};

/** Day, month, year where it is asked for, and why: of a birthday, or of a date of life. */
export function DateFields({ form, errors, remove, asksYear, waitDays, change }: Props) {
  const { members: texts, birthdays } = useTexts();
  const { card: say } = birthdays;
  const language = useLanguage();
  const field = (
    name: keyof DateForm,
    label: string,
    more: { numeric?: boolean; helpText?: string } = {},
  ) => (
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
  const helpText =
    waitDays > 0 ? say.waits(formatNumber(waitDays, language), pluralForm(waitDays, language)) : undefined;
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
          {asksYear && field('year', say.year, { numeric: true })}
        </FormLayout.Group>
      )}
      {field('reason', texts.reason, { helpText: texts.reasonHelp })}
    </FormLayout>
  );
}

export function formOfDate(date: BirthdayDate | null): DateForm {
  if (!date) return { month: '', day: '', year: '', reason: '' };
  return {
    month: String(date.month),
    day: String(date.day),
    year: date.year === null ? '' : String(date.year),
    reason: '',
  };
}

function monthOptions(choose: string, language: ReturnType<typeof useLanguage>) {
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: formatMonth(index + 1, language),
  }));
  return [{ value: '', label: choose }, ...months];
}
