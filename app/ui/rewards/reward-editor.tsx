import { BlockStack, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { EditProps } from '../editing/edit-props.ts';
import { PartBadge } from '../editing/part-badge.tsx';
import { rewardState } from '../editing/states-of-parts.ts';
import { RewardCounsel } from './reward-counsel.tsx';
import { RewardGivesFields } from './reward-gives-fields.tsx';
import { rewardSentence } from './reward-sentence.ts';
import { RewardTermsFields } from './reward-terms-fields.tsx';
import { RewardUseFields } from './reward-use-fields.tsx';
import type { RewardsData } from './rewards-data.ts';

type Props = {
  reward: RewardForm;
  /** Its place among the rewards of the form. */
  index: number;
  edit: EditProps;
  data: RewardsData;
  onChange: (fields: Partial<RewardForm>) => void;
};

/** One reward: its sentence, what it gives back, then what makes it up. */
export function RewardEditor({ reward, index, edit, data, onChange }: Props) {
  const { program, rewards: say } = useTexts();
  const language = useLanguage();
  const { errors, typed } = edit;
  const title = reward.title[language] || say.newHeading;
  const problem = (field: string) => {
    const found = errors[`rewards.${index}.${field}`];
    return found ? program.problems[found] : undefined;
  };
  const rules = useLastRules(typed.rules);
  const rule = rules?.rewards?.[index];
  const titleField = (of: Language) => (
    <TextField
      key={of}
      label={program.titleIn[of]}
      value={reward.title[of]}
      onChange={(text) => onChange({ title: { ...reward.title, [of]: text } })}
      autoComplete="off"
      maxLength={100}
      error={problem(`title.${of}`) ?? false}
    />
  );
  const { currency, functionsRun } = data;
  const fields = { reward, currency, functionsRun, problem, onChange };
  return (
    <BlockStack gap="300">
      <Heading reward={reward} index={index} edit={edit} title={title} rules={rules} />
      {rules && rule && (
        <RewardCounsel reward={rule} rules={rules} data={data} titles={typed.wording.titles} />
      )}
      <FormLayout>
        <RewardGivesFields {...fields} names={data.draft.names} rewards={edit.value.rewards ?? []} />
        <FormLayout.Group condensed>{LANGUAGES.map(titleField)}</FormLayout.Group>
        <RewardUseFields {...fields} />
        <RewardTermsFields {...fields} title={title} />
      </FormLayout>
    </BlockStack>
  );
}

/** While a field can't be read, what was said before stays: nothing moves under whoever types. */
function useLastRules(rules: ProgramRules | null): ProgramRules | null {
  const [last, setLast] = useState(rules);
  if (rules !== null && rules !== last) setLast(rules);
  return rules ?? last;
}

type HeadingProps = Pick<Props, 'reward' | 'index' | 'edit'> & {
  title: string;
  rules: ProgramRules | null;
};

function Heading({ reward, index, edit, title, rules }: HeadingProps) {
  const { program } = useTexts();
  const { changed, typed, published, data, errors } = edit;
  const rule = rules?.rewards?.[index];
  const before = published.rewards?.find(({ key }) => key === reward.key);
  const tooMany = errors['rewards'];
  return (
    <>
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {rules && rule && <PartBadge state={rewardState(rules, rule.key, data)} />}
      </InlineStack>
      {tooMany && (
        <Text as="p" tone="critical">
          {program.problems[tooMany]}
        </Text>
      )}
      {rules && rule && <Text as="p">{rewardSentence(rule, rules.names, typed.wording)}</Text>}
      {before && changed.has(`reward/${reward.key}`) && (
        <Text as="p" tone="subdued">
          {program.publishedNow(rewardSentence(before, published.names, typed.wording))}
        </Text>
      )}
    </>
  );
}
