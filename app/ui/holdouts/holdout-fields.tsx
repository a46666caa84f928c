import { Banner, BlockStack, Checkbox, FormLayout, Text, TextField } from '@shopify/polaris';
import { isSame } from '#app/core/holdouts/freeze-holdouts.ts';
import { FIRST_DAYS, FIRST_PERCENT, NO_HOLDOUT, type HoldoutForm } from '#app/core/editing/holdout-form.ts';
import type { Holdout } from '#app/core/holdouts/holdout.ts';
import { addDays } from '#app/core/values/days.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  form: HoldoutForm;
  /** Customers can read of the moment beforehand. */
  foretold: boolean;
  /** Of the moment as it is published. */
  running: Holdout | undefined;
  /** In the shop's calendar. */
  today: string;
  /** What is wrong with `percent` or `until`. */
  problem: (field: string) => string | undefined;
  onChange: (form: HoldoutForm) => void;
};

/** Whether some customers, drawn by lot, don't get it, so that it can be measured; refused where they could read of it. */
export function HoldoutFields({ form, foretold, running, today, problem, onChange }: Props) {
  const { holdouts: say } = useTexts();
  const isOn = form.percent.trim() !== '' && form.percent.trim() !== '0';
  if (foretold && !isOn) {
    return (
      <Text as="p" tone="subdued">
        {say.foretold}
      </Text>
    );
  }
  const first = { percent: FIRST_PERCENT, until: addDays(today, FIRST_DAYS) };
  const refused = problem('percent');
  return (
    <BlockStack gap="300">
      <Checkbox
        label={say.compare}
        helpText={say.help}
        checked={isOn}
        error={isOn ? false : (refused ?? false)}
        onChange={(on) => onChange(on ? first : NO_HOLDOUT)}
      />
      {isOn && (
        <FormLayout>
          <FormLayout.Group>
            <TextField
              label={say.percent}
              value={form.percent}
              onChange={(percent) => onChange({ ...form, percent })}
              inputMode="numeric"
              suffix="%"
              autoComplete="off"
              error={refused ?? false}
            />
            <TextField
              type="date"
              label={say.until}
              value={form.until}
              onChange={(until) => onChange({ ...form, until })}
              autoComplete="off"
              helpText={form.until !== '' && form.until <= today ? say.past : say.untilHelp}
              error={problem('until') ?? false}
            />
          </FormLayout.Group>
        </FormLayout>
      )}
      <Anew form={form} isOn={isOn} running={running} today={today} />
    </BlockStack>
  );
}

/** What becomes of a comparison that is running. */
function Anew({ form, isOn, running, today }: Pick<Props, 'form' | 'running' | 'today'> & { isOn: boolean }) {
  const { holdouts: say } = useTexts();
  if (!running || running.until < today) return null;
  const typed = { percent: Number(form.percent), until: form.until.trim() };
  if (isOn && isSame(running, typed)) return null;
  return (
    <Banner tone="warning">
      <p>{isOn ? say.anew : say.ends}</p>
    </Banner>
  );
}
