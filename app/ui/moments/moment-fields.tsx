import { BlockStack, Checkbox, FormLayout, Select, TextField } from '@shopify/polaris';
import type { MomentForm } from '#app/core/editing/moment-form.ts';
import { momentKind, type MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { canBeGiven } from '#app/core/moments/reward-of-moment.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { WhoEditor } from '../who/who-editor.tsx';
import { counted } from './describe-moment.ts';

type Props = {
  kind: MomentKind;
  form: MomentForm;
  /** Of the draft. */
  rewards: readonly Reward[];
  /** What points buy now, by whose names one is known that the draft has no longer. */
  published: readonly Reward[];
  errors: FieldErrors;
  onChange: (fields: Partial<MomentForm>) => void;
};
type NumberField = 'points' | 'daysBefore' | 'daysAfter' | 'waitDays';

/** The gift, days and who; of a date that members tell also the wait, of one with a year whether it is asked for. */
export function MomentFields({ kind, form, rewards, published, errors, onChange }: Props) {
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
    <BlockStack gap="400">
      <FormLayout>
        <GiftField {...{ kind, form, rewards, published, errors, onChange }} />
        {form.reward === '' && number('points')}
        <FormLayout.Group condensed>
          {number('daysBefore', say.daysBeforeHelp)}
          {number('daysAfter', say.daysAfterHelp)}
        </FormLayout.Group>
        {told && number('waitDays', say.waitHelp)}
        {hasYear && (
          <Checkbox
            label={say.year}
            helpText={say.yearHelp}
            checked={form.asksYear}
            onChange={(asksYear) => onChange({ asksYear })}
          />
        )}
      </FormLayout>
      <WhoEditor
        form={form.who}
        field={`occasions.${kind}.who`}
        errors={errors}
        help={say.whoHelp}
        onChange={(who) => onChange({ who })}
      />
    </BlockStack>
  );
}

/** Points, or one of the program's rewards. One that is gone stays to be seen, with what is wrong about it. */
function GiftField({ kind, form, rewards, published, errors, onChange }: Props) {
  const { program, birthdays } = useTexts();
  const { offer: say } = birthdays;
  const language = useLanguage();
  const given = rewards.filter(canBeGiven);
  const chosen = given.find(({ key }) => key === form.reward);
  const isGone = form.reward !== '' && !chosen;
  const gone = [...rewards, ...published].find(({ key }) => key === form.reward);
  const problem = errors[`occasions.${kind}.reward`] ?? (isGone ? 'noGiftReward' : undefined);
  const options = [
    { label: say.giftPoints, value: '' },
    ...given.map(({ key, title }) => ({ label: title[language], value: key })),
    ...(isGone ? [{ label: gone?.title[language] ?? say.giftGone, value: form.reward }] : []),
  ];
  const lasts = chosen && say.giftLasts(...counted(chosen.lastsDays, language));
  return (
    <Select
      label={say.gift}
      options={options}
      value={form.reward}
      onChange={(reward) => onChange({ reward })}
      helpText={lasts ?? (given.length === 0 ? say.giftNone : undefined)}
      error={problem ? program.problems[problem] : false}
    />
  );
}
