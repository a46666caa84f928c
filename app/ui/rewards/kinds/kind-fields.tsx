import { TextField } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { RewardForm } from '#app/core/editing/reward-form.ts';

export type RewardFieldProps = {
  reward: RewardForm;
  currency: string;
  /** Whether Shopify runs a discount function of ours on the store. */
  functionsRun: boolean;
  problem: (field: string) => string | undefined;
  onChange: (fields: Partial<RewardForm>) => void;
};

/** The fields of a kind of reward. */
export type KindFields = {
  /** What it is worth, beside its cost. */
  Worth: (props: RewardFieldProps) => ReactNode;
  /** Its cost is a step, and no price. */
  isStep?: true;
  /** What else it asks for, below. */
  More?: (props: RewardFieldProps) => ReactNode;
};

type TypedField = 'amount' | 'percent' | 'upTo' | 'least' | 'most' | 'share';

type Props = RewardFieldProps & { field: TypedField; label: string; help?: string; isPercent?: boolean };

/** One number of what a reward gives. */
export function GivesField({ field, label, help, isPercent, reward, problem, onChange }: Props) {
  return (
    <TextField
      label={label}
      value={reward[field]}
      onChange={(typed) => onChange({ [field]: typed })}
      inputMode={isPercent ? 'numeric' : 'decimal'}
      {...(isPercent && { suffix: '%' })}
      autoComplete="off"
      {...(help && { helpText: help })}
      error={problem(field) ?? false}
    />
  );
}
