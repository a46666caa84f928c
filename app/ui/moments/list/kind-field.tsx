import { Select } from '@shopify/polaris';
import { withKind } from '#app/core/editing/own-moment.ts';
import type { MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import type { CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { FIRST_CONSENT } from './first-consent.ts';

type Props = {
  form: MomentRuleForm;
  kinds: readonly CauseKind[];
  onChange: (form: MomentRuleForm) => void;
};

/** What brings a moment of the merchant's own making; it is settled once the moment is saved. */
export function KindField({ form, kinds, onChange }: Props) {
  const { moments: say } = useTexts();
  const choose = (chosen: string) => {
    const kind = kinds.find((one) => one === chosen);
    if (kind) onChange(withKind(form, kind, FIRST_CONSENT));
  };
  return (
    <Select
      label={say.kind}
      options={kinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
      value={form.kind}
      onChange={choose}
    />
  );
}
