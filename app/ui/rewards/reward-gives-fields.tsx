import { ChoiceList, FormLayout, TextField } from '@shopify/polaris';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { Picks } from '../editing/picks.tsx';

export type RewardFieldProps = {
  reward: RewardForm;
  currency: string;
  problem: (field: string) => string | undefined;
  onChange: (fields: Partial<RewardForm>) => void;
};

const KINDS = ['amount', 'percent', 'free-shipping'] as const;

/** What it gives, and for how many points. */
export function RewardGivesFields(props: RewardFieldProps & { names: ProgramRules['names'] }) {
  const { reward, problem, onChange, names } = props;
  const { rewards: say } = useTexts();
  const language = useLanguage();
  return (
    <FormLayout>
      <ChoiceList
        title={say.kind}
        choices={KINDS.map((kind) => ({ label: say.kinds[kind], value: kind }))}
        selected={[reward.kind]}
        onChange={([chosen]) => onChange({ kind: KINDS.find((kind) => kind === chosen) ?? reward.kind })}
      />
      <FormLayout.Group condensed>
        <TextField
          label={say.cost(names[language].other)}
          value={reward.cost}
          onChange={(cost) => onChange({ cost })}
          inputMode="numeric"
          autoComplete="off"
          error={problem('cost') ?? false}
        />
        <Worth {...props} />
      </FormLayout.Group>
      {reward.kind === 'percent' && <Products {...props} />}
    </FormLayout>
  );
}

function Worth({ reward, currency, problem, onChange }: RewardFieldProps) {
  const { rewards: say } = useTexts();
  if (reward.kind === 'percent') {
    return (
      <TextField
        label={say.percent}
        value={reward.percent}
        onChange={(percent) => onChange({ percent })}
        inputMode="numeric"
        suffix="%"
        autoComplete="off"
        error={problem('percent') ?? false}
      />
    );
  }
  const isAmount = reward.kind === 'amount';
  const field = isAmount ? 'amount' : 'upTo';
  return (
    <TextField
      label={isAmount ? say.amount(currency) : say.upTo(currency)}
      value={reward[field]}
      onChange={(typed) => onChange({ [field]: typed })}
      inputMode="decimal"
      autoComplete="off"
      {...(!isAmount && { helpText: say.upToHelp })}
      error={problem(field) ?? false}
    />
  );
}

function Products({ reward, problem, onChange }: RewardFieldProps) {
  const { rewards: say, program } = useTexts();
  const { of, products, collections } = reward;
  const nothing = products.length + collections.length === 0;
  return (
    <>
      <ChoiceList
        title={say.of}
        choices={[
          { label: say.ofOrder, value: 'order' },
          { label: say.ofChosen, value: 'chosen' },
        ]}
        selected={[of]}
        onChange={([chosen]) => onChange({ of: chosen === 'order' ? 'order' : 'chosen' })}
      />
      {of === 'chosen' && (
        <Picks
          label={say.ofChosen}
          products={products}
          collections={collections}
          nothing={nothing ? program.nothingChosen : null}
          error={problem('products')}
          onChange={onChange}
        />
      )}
    </>
  );
}
