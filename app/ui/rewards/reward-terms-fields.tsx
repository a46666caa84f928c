import { BlockStack, Checkbox, FormLayout, InlineGrid, Select, Text, TextField } from '@shopify/polaris';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { PERIODS, PLAIN_COMBINATIONS } from '#app/core/rewards/reward-rules.ts';
import { same } from '#app/core/values/same.ts';
import { Combinations } from '#app/ui/discounts/combinations.tsx';
import { FoldedFields } from '#app/ui/form/folded-fields.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { RewardFieldProps } from './kinds/kind-fields.tsx';
import { DayField } from './reward-use-fields.tsx';

const KINDS = ['product', 'order', 'shipping'] as const;
const FOLDED = ['perPerson', 'perPeriod', 'inAll', 'startsOn', 'endsOn'] as const;

/** The terms that most rewards never set. */
export function RewardTermsFields(props: RewardFieldProps & { title: string }) {
  const { rewards: say } = useTexts();
  const { reward, title, problem, onChange } = props;
  const wrong = FOLDED.some((field) => problem(field) !== undefined);
  return (
    <FoldedFields label={say.moreShort} labelOfWhat={say.more(title)} set={isSet(reward)} wrong={wrong}>
      <FormLayout>
        <Limits {...props} />
        <Days {...props} />
        <Combinations
          kinds={kindsBeside(reward)}
          combinesWith={reward.combinesWith}
          help={say.combinationsHelp}
          onChange={(combinesWith) => onChange({ combinesWith })}
        />
        <Checkbox
          label={say.refund}
          helpText={say.refundHelp}
          checked={reward.givesBack}
          onChange={(givesBack) => onChange({ givesBack })}
        />
      </FormLayout>
    </FoldedFields>
  );
}

/** Shopify puts no second discount on shipping. */
function kindsBeside({ kind }: RewardForm) {
  return KINDS.filter((each) => each !== 'shipping' || kind !== 'free-shipping');
}

function isSet(reward: RewardForm): boolean {
  const plain = same(reward.combinesWith, PLAIN_COMBINATIONS[reward.kind]);
  return FOLDED.some((field) => reward[field] !== '') || !plain || !reward.givesBack;
}

function Limits({ reward, problem, onChange }: RewardFieldProps) {
  const { rewards: say } = useTexts();
  const count = (field: 'perPerson' | 'perPeriod' | 'inAll') => (
    <TextField
      label={say[field]}
      value={reward[field]}
      onChange={(typed) => onChange({ [field]: typed })}
      inputMode="numeric"
      autoComplete="off"
      error={problem(field) ?? false}
    />
  );
  return (
    <BlockStack gap="300">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {count('perPerson')}
        {count('inAll')}
        {count('perPeriod')}
        <Select
          label={say.period}
          options={PERIODS.map((period) => ({ label: say.periods[period], value: period }))}
          value={reward.period}
          onChange={(chosen) => onChange({ period: PERIODS.find((one) => one === chosen) ?? reward.period })}
        />
      </InlineGrid>
      <Text as="p" tone="subdued">
        {say.limitHelp} {say.periodHelp}
      </Text>
    </BlockStack>
  );
}

function Days({ reward, problem, onChange }: RewardFieldProps) {
  const { rewards: say } = useTexts();
  return (
    <BlockStack gap="300">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <DayField
          label={say.startsOn}
          value={reward.startsOn}
          error={problem('startsOn')}
          onChange={(startsOn) => onChange({ startsOn })}
        />
        <DayField
          label={say.endsOn}
          value={reward.endsOn}
          error={problem('endsOn')}
          onChange={(endsOn) => onChange({ endsOn })}
        />
      </InlineGrid>
      <Text as="p" tone="subdued">
        {say.daysHelp}
      </Text>
    </BlockStack>
  );
}
