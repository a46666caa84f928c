import { BlockStack, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { causeOf, type CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import type { MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import { NO_HOLDOUT } from '#app/core/editing/holdout-form.ts';
import { MOMENT_LIMITS } from '#app/core/moments/moment-rule.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { EditProps } from '../../editing/edit-props.ts';
import { PickError } from '../../editing/picks.tsx';
import { PartBadge } from '../../editing/part-badge.tsx';
import { momentRuleState, unlessStopped } from '../../editing/states-of-parts.ts';
import { HoldoutFields } from '../../holdouts/holdout-fields.tsx';
import { WhoEditor } from '../../who/who-editor.tsx';
import { KindField } from './kind-field.tsx';
import { momentRuleSentence } from './moment-rule-sentence.ts';
import { OffersFields } from './offers-fields.tsx';
import { WhenFields } from './when-fields.tsx';

type Props = {
  form: MomentRuleForm;
  /** Its place among the moments of the form. */
  index: number;
  title: string;
  /** Of which it can still become one; null once its kind is settled. */
  kinds: readonly CauseKind[] | null;
  /** It has given all that it may. */
  stopped: boolean;
  edit: EditProps;
  onChange: (fields: Partial<MomentRuleForm>) => void;
};

type FieldsProps = Pick<Props, 'form' | 'onChange'> & { problem: (field: string) => string | undefined };

/** One moment: its sentence, then what makes it up. */
export function MomentRuleEditor({ form, index, title, kinds, stopped, edit, onChange }: Props) {
  const { program, moments: say } = useTexts();
  const { errors, published, data } = edit;
  const problem = (field: string) => {
    const found = errors[`moments.${index}.${field}`];
    return found ? program.problems[found] : undefined;
  };
  const { needsNoOffer, words, fields, foretold } = causeOf(form.kind);
  return (
    <BlockStack gap="400">
      <Heading {...{ form, index, title, stopped, edit }} />
      <PickError error={problem('kind')} />
      <FormLayout>
        <FormLayout.Group>
          {LANGUAGES.map((language) => (
            <TextField
              key={language}
              label={program.titleIn[language]}
              value={form.title[language]}
              onChange={(typed) => onChange({ title: { ...form.title, [language]: typed } })}
              autoComplete="off"
              maxLength={100}
              error={problem(`title.${language}`) ?? false}
            />
          ))}
        </FormLayout.Group>
      </FormLayout>
      {(kinds !== null || Object.keys(fields).length > 0) && (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {say.fields.when}
          </Text>
          {kinds !== null && <KindField form={form} kinds={kinds} onChange={onChange} />}
          <WhenFields form={form} problem={problem} onChange={onChange} />
        </BlockStack>
      )}
      <OffersFields
        offers={form.offers}
        rewards={data.draft.rewards ?? []}
        published={published.rewards ?? []}
        needsNone={needsNoOffer}
        problem={problem}
        onChange={(offers) => onChange({ offers })}
      />
      <WhoEditor
        form={form.who}
        field={`moments.${index}.who`}
        errors={errors}
        onChange={(who) => onChange({ who })}
      />
      {words.map((name) => (
        <Words key={name} name={name} form={form} problem={problem} onChange={onChange} />
      ))}
      <Terms form={form} problem={problem} onChange={onChange} />
      <HoldoutFields
        form={form.holdout ?? NO_HOLDOUT}
        foretold={foretold}
        running={published.moments?.find(({ key }) => key === form.key)?.holdout}
        today={data.today}
        problem={(field) =>
          problem(`holdout.${field}`) ?? (field === 'percent' ? problem('holdout') : undefined)
        }
        onChange={(holdout) => onChange({ holdout })}
      />
    </BlockStack>
  );
}

function Heading({ form, index, title, stopped, edit }: Omit<Props, 'onChange' | 'kinds'>) {
  const { program } = useTexts();
  const { changed, typed, published, data } = edit;
  const rule = typed.rules?.moments?.[index];
  const before = published.moments?.find(({ key }) => key === form.key);
  const rewards = [...(typed.rules?.rewards ?? []), ...(published.rewards ?? [])];
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {typed.rules && rule && (
          <PartBadge state={unlessStopped(momentRuleState(typed.rules, rule.key, data), stopped)} />
        )}
      </InlineStack>
      {typed.rules && rule && (
        <Text as="p">{momentRuleSentence(rule, { ...typed.rules, rewards }, typed.wording)}</Text>
      )}
      {before && changed.has(`moment/${form.key}`) && (
        <Text as="p" tone="subdued">
          {program.publishedNow(momentRuleSentence(before, published, typed.wording))}
        </Text>
      )}
    </BlockStack>
  );
}

function Words({ name, form, problem, onChange }: FieldsProps & { name: 'advice' | 'consent' }) {
  const { moments: say } = useTexts();
  return (
    <FormLayout>
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          label={say[name][language]}
          value={form[name][language]}
          onChange={(typed) => onChange({ [name]: { ...form[name], [language]: typed } })}
          autoComplete="off"
          multiline={2}
          maxLength={MOMENT_LIMITS.words}
          {...(name === 'advice' && { helpText: say.adviceHelp })}
          error={problem(`${name}.${language}`) ?? false}
        />
      ))}
    </FormLayout>
  );
}

function Terms({ form, problem, onChange }: FieldsProps) {
  const { moments: say } = useTexts();
  const { ceilingOf, offers } = form;
  // Points, words and what the merchant does themselves are nothing to choose or use.
  const lasts = offers.length > 1 || offers.some(({ kind }) => kind === 'reward');
  const wrongDays = problem('openDays');
  return (
    <FormLayout>
      {(lasts || wrongDays !== undefined) && (
        <TextField
          label={say.openDays}
          value={form.openDays}
          onChange={(openDays) => onChange({ openDays })}
          inputMode="numeric"
          autoComplete="off"
          error={wrongDays ?? false}
        />
      )}
      <FormLayout.Group condensed>
        <Select
          label={say.ceiling}
          options={(['none', 'points', 'minor'] as const).map((of) => ({
            value: of,
            label: say.ceilings[of],
          }))}
          value={ceilingOf}
          onChange={(of) => onChange({ ceilingOf: of as MomentRuleForm['ceilingOf'] })}
        />
        {ceilingOf !== 'none' && (
          <TextField
            label={ceilingOf === 'points' ? say.ceilingPoints : say.ceilingMoney}
            value={form.ceiling}
            onChange={(ceiling) => onChange({ ceiling })}
            inputMode="decimal"
            autoComplete="off"
            error={problem('ceiling') ?? false}
          />
        )}
      </FormLayout.Group>
    </FormLayout>
  );
}
