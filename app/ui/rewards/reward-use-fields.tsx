import { FormLayout, Select, TextField } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { RewardFieldProps } from './kinds/kind-fields.tsx';

const USABLE = ['at-once', 'next-day', 'days'] as const;

/** On which order, and when: what shoppers read beside a reward. */
export function RewardUseFields({ reward, currency, problem, onChange }: RewardFieldProps) {
  const { rewards: say } = useTexts();
  const isDays = reward.usable === 'days';
  const ofAmount = reward.kind === 'amount' ? ` ${say.minimumOfAmount}` : '';
  return (
    <FormLayout>
      <TextField
        label={say.minimum(currency)}
        value={reward.minimum}
        onChange={(minimum) => onChange({ minimum })}
        inputMode="decimal"
        autoComplete="off"
        helpText={say.minimumHelp + ofAmount}
        error={problem('minimum') ?? false}
      />
      <Select
        label={say.usable}
        options={USABLE.map((usable) => ({ label: say.usableAt[usable], value: usable }))}
        value={reward.usable}
        onChange={(chosen) => onChange({ usable: USABLE.find((one) => one === chosen) ?? reward.usable })}
      />
      {isDays ? (
        <FormLayout.Group>
          <DayField
            label={say.firstUse}
            value={reward.usableFrom}
            error={problem('usableFrom')}
            onChange={(usableFrom) => onChange({ usableFrom })}
          />
          <DayField
            label={say.lastUse}
            value={reward.usableUntil}
            error={problem('usableUntil')}
            onChange={(usableUntil) => onChange({ usableUntil })}
          />
        </FormLayout.Group>
      ) : (
        <TextField
          label={say.lasts}
          value={reward.lastsDays}
          onChange={(lastsDays) => onChange({ lastsDays })}
          inputMode="numeric"
          autoComplete="off"
          helpText={say.lastsHelp}
          error={problem('lastsDays') ?? false}
        />
      )}
    </FormLayout>
  );
}

type DayProps = {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (day: string) => void;
};

export function DayField({ label, value, error, onChange }: DayProps) {
  return (
    <TextField
      type="date"
      label={label}
      value={value}
      onChange={onChange}
      autoComplete="off"
      error={error ?? false}
    />
  );
}
