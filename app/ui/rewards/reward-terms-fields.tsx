import {
  BlockStack,
  Button,
  Checkbox,
  ChoiceList,
  Collapsible,
  FormLayout,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';
import { useId, useState } from 'react';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { PERIODS, PLAIN_COMBINATIONS } from '#app/core/rewards/reward-rules.ts';
import { same } from '#app/core/values/same.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { RewardFieldProps } from './reward-gives-fields.tsx';
import { DayField } from './reward-use-fields.tsx';

const FOLDED = ['perPerson', 'perPeriod', 'inAll', 'startsOn', 'endsOn'] as const;

/** The terms that most rewards never set: folded away until somebody asks for them, or one of their fields is wrong. */
export function RewardTermsFields(props: RewardFieldProps & { title: string }) {
  const { rewards: say } = useTexts();
  const { reward, title, problem } = props;
  const [open, setOpen] = useState(() => isSet(reward));
  const id = useId();
  // Open from then on: fields must not fold away while somebody mends them.
  if (!open && FOLDED.some((field) => problem(field) !== undefined)) setOpen(true);
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button
          variant="plain"
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={id}
          accessibilityLabel={say.more(title)}
          onClick={() => setOpen(!open)}
        >
          {say.moreShort}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        <FormLayout>
          <Limits {...props} />
          <Days {...props} />
          <Combinations {...props} />
          <Checkbox
            label={say.refund}
            helpText={say.refundHelp}
            checked={reward.givesBack}
            onChange={(givesBack) => props.onChange({ givesBack })}
          />
        </FormLayout>
      </Collapsible>
    </BlockStack>
  );
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

/** Shopify puts no second discount on shipping. */
function Combinations({ reward, onChange }: RewardFieldProps) {
  const { rewards: say, cards } = useTexts();
  const { combinesWith } = reward;
  const kinds = (['product', 'order', 'shipping'] as const).filter(
    (kind) => kind !== 'shipping' || reward.kind !== 'free-shipping',
  );
  return (
    <BlockStack gap="100">
      <ChoiceList
        allowMultiple
        title={cards.combinations}
        choices={kinds.map((kind) => ({ label: cards.combinable[kind], value: kind }))}
        selected={kinds.filter((kind) => combinesWith[kind])}
        onChange={(chosen) =>
          onChange({
            combinesWith: {
              product: chosen.includes('product'),
              order: chosen.includes('order'),
              shipping: chosen.includes('shipping'),
            },
          })
        }
      />
      <Text as="p" tone="subdued">
        {say.combinationsHelp}
      </Text>
    </BlockStack>
  );
}
