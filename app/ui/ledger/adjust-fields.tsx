import { FormLayout, Select, TextField } from '@shopify/polaris';
import { NOTE_LENGTH } from '#app/core/ledger/adjustment.ts';
import { POINTS, stampsOf } from '#app/core/values/units.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { TitledCard } from '../stamps/card-summary.ts';
import type { AdjustErrors } from './adjust-errors.ts';

export type AdjustForm = {
  unit: string;
  direction: 'add' | 'remove';
  amount: string;
  reason: string;
  /** For the customer. */
  note: string;
  belowZero: boolean;
};

type Props = {
  form: AdjustForm;
  cards: readonly Pick<TitledCard, 'key' | 'title'>[];
  hasNote: boolean;
  errors: AdjustErrors;
  change: (fields: Partial<AdjustForm>) => void;
};

/** What is adjusted, by how much, and why. Words leave the answer to "below zero?" as it is; another amount asks anew. */
export function AdjustFields({ form, cards, hasNote, errors, change }: Props) {
  const { members: texts, ledger } = useTexts();
  return (
    <FormLayout>
      {cards.length > 0 && <UnitField form={form} cards={cards} errors={errors} change={change} />}
      <FormLayout.Group condensed>
        <Select
          label={texts.direction}
          options={[
            { value: 'add', label: texts.add },
            { value: 'remove', label: texts.remove },
          ]}
          value={form.direction}
          onChange={(value) => change({ direction: value === 'remove' ? 'remove' : 'add', belowZero: false })}
        />
        <TextField
          label={texts.amount}
          inputMode="numeric"
          autoComplete="off"
          value={form.amount}
          onChange={(amount) => change({ amount, belowZero: false })}
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
      {hasNote && (
        <TextField
          label={ledger.note}
          helpText={ledger.noteHelp}
          autoComplete="off"
          maxLength={NOTE_LENGTH}
          showCharacterCount
          value={form.note}
          onChange={(note) => change({ note })}
          error={errors.note ?? false}
        />
      )}
    </FormLayout>
  );
}

function UnitField({ form, cards, errors, change }: Omit<Props, 'hasNote'>) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const stamps = cards.map(({ key, title }) => ({
    value: stampsOf(key),
    label: texts.stampsOf(title[language]),
  }));
  return (
    <Select
      label={texts.adjustWhat}
      options={[{ value: POINTS, label: texts.points }, ...stamps]}
      value={form.unit}
      onChange={(unit) => change({ unit, belowZero: false })}
      error={errors.unit ?? false}
    />
  );
}
