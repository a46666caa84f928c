import { ChoiceList, FormLayout, Text, TextField } from '@shopify/polaris';
import { offeredKinds } from '#app/core/editing/offered-kinds.ts';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { RewardFieldProps } from './kinds/kind-fields.tsx';
import { kindFieldsOf } from './kinds/kind-fields-of.ts';

type Props = RewardFieldProps & {
  names: ProgramRules['names'];
  /** All of the program's. */
  rewards: readonly RewardForm[];
};

/** What it gives, and for how many points. */
export function RewardGivesFields(props: Props) {
  const { reward, problem, onChange, names } = props;
  const { rewards: say } = useTexts();
  const language = useLanguage();
  const { Worth, More, isStep } = kindFieldsOf(reward);
  const points = names[language].other;
  return (
    <FormLayout>
      <Kinds {...props} />
      <FormLayout.Group condensed>
        <TextField
          label={isStep ? say.step(points) : say.cost(points)}
          value={reward.cost}
          onChange={(cost) => onChange({ cost })}
          inputMode="numeric"
          autoComplete="off"
          error={problem('cost') ?? false}
        />
        <Worth {...props} />
      </FormLayout.Group>
      {More && <More {...props} />}
    </FormLayout>
  );
}

function Kinds({ reward, rewards, functionsRun, problem, onChange }: Props) {
  const { rewards: say } = useTexts();
  const wrong = problem('kind');
  const kinds = offeredKinds(reward, rewards, functionsRun);
  return (
    <>
      <ChoiceList
        title={say.kind}
        choices={kinds.map((kind) => ({ label: say.kinds[kind], value: kind }))}
        selected={[reward.kind]}
        onChange={([chosen]) => onChange({ kind: kinds.find((kind) => kind === chosen) ?? reward.kind })}
        {...(wrong && { error: wrong })}
      />
      {!functionsRun && (
        <Text as="p" tone="subdued">
          {say.needsPlus}
        </Text>
      )}
    </>
  );
}
