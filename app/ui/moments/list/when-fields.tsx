import { Checkbox, FormLayout, TextField } from '@shopify/polaris';
import { causeOf, type CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import { YES, type MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import type { Texts } from '#app/locales/en.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  form: MomentRuleForm;
  problem: (field: string) => string | undefined;
  onChange: (fields: Partial<MomentRuleForm>) => void;
};

type Said = Texts['moments']['fields'];
type PlainName = Exclude<keyof Said, 'days' | 'when' | 'everyHelp' | 'yearlyHelp'>;

function labelOf(say: Said, kind: CauseKind, name: string): string {
  if (name === 'days') return say.days[kind === 'parcel-late' ? 'parcel-late' : 'parcel-arrived'];
  return say[name as PlainName];
}

/** The numbers and switches of a kind, as it declares them. */
export function WhenFields({ form, problem, onChange }: Props) {
  const { moments: say } = useTexts();
  const { kind, when } = form;
  const set = (name: string, typed: string) => onChange({ when: { ...when, [name]: typed } });
  const help: Readonly<Record<string, string>> = {
    every: say.fields.everyHelp,
    yearly: say.fields.yearlyHelp,
  };
  return (
    <FormLayout>
      {Object.entries(causeOf(kind).fields).map(([name, field]) =>
        field.type === 'switch' ? (
          <Checkbox
            key={name}
            label={labelOf(say.fields, kind, name)}
            helpText={help[name]}
            checked={when[name] === YES}
            onChange={(on) => set(name, on ? YES : '')}
          />
        ) : (
          <TextField
            key={name}
            label={labelOf(say.fields, kind, name)}
            value={when[name] ?? ''}
            onChange={(typed) => set(name, typed)}
            inputMode="numeric"
            autoComplete="off"
            error={problem(`when.${name}`) ?? false}
          />
        ),
      )}
    </FormLayout>
  );
}
