import { Checkbox, FormLayout, Select, TextField } from '@shopify/polaris';
import type { MomentForm } from '#app/core/moments/moment-form.ts';
import { momentKind, type MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  kind: MomentKind;
  form: MomentForm;
  errors: FieldErrors;
  onChange: (fields: Partial<MomentForm>) => void;
};
type NumberField = 'points' | 'daysBefore' | 'daysAfter' | 'waitDays';

/** Points, days and who; of a date that members tell also the wait, of one with a year whether it is asked for. */
export function MomentFields({ kind, form, errors, onChange }: Props) {
  const { program, birthdays } = useTexts();
  const { offer: say } = birthdays;
  const { told, hasYear } = momentKind(kind);
  const number = (field: NumberField, helpText?: string) => {
    const problem = errors[`occasions.${kind}.${field}`];
    return (
      <TextField
        label={say[field]}
        value={form[field]}
        onChange={(typed) => onChange({ [field]: typed })}
        inputMode="numeric"
        autoComplete="off"
        helpText={helpText}
        error={problem ? program.problems[problem] : false}
      />
    );
  };
  return (
    <FormLayout>
      {number('points')}
      <FormLayout.Group condensed>
        {number('daysBefore', say.daysBeforeHelp)}
        {number('daysAfter', say.daysAfterHelp)}
      </FormLayout.Group>
      {told && number('waitDays', say.waitHelp)}
      <Select
        label={say.who}
        options={[
          { label: say.whoAll, value: 'all' },
          { label: say.whoOrdered, value: 'ordered' },
        ]}
        value={form.who}
        onChange={(who) => onChange({ who: who === 'ordered' ? 'ordered' : 'all' })}
      />
      {hasYear && (
        <Checkbox
          label={say.year}
          helpText={say.yearHelp}
          checked={form.asksYear}
          onChange={(asksYear) => onChange({ asksYear })}
        />
      )}
    </FormLayout>
  );
}
