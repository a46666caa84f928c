import { BlockStack, Box, Button, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { PlusIcon, XIcon } from '@shopify/polaris-icons';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { CONDITION_KINDS, type ConditionKind } from '#app/core/who/conditions/conditions.ts';
import { emptyCondition, parseWho, type ConditionForm, type WhoForm } from '#app/core/editing/who-form.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatMonth } from '#app/ui/values/format.ts';
import { lacksOf, MOST_CONDITIONS, type Who } from '#app/core/who/who.ts';
import { Picks, PickError } from '../editing/picks.tsx';
import { WhoCount } from './who-count.tsx';
import { TagField } from '../stamps/tag-field.tsx';

type Props = {
  form: WhoForm;
  /** The field's name in `errors`, e.g. `moments.0.who`. */
  field: string;
  errors: FieldErrors;
  /** Said while there are conditions. */
  help?: string;
  onChange: (form: WhoForm) => void;
};

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Who it is for: everybody, or those of whom all conditions hold. */
export function WhoEditor({ form, field, errors, help, onChange }: Props) {
  const { who: say, program } = useTexts();
  const replace = (place: number, fields: Partial<ConditionForm>) =>
    onChange(form.map((one, at) => (at === place ? { ...one, ...fields } : one)));
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {say.heading}
      </Text>
      <Text as="p" tone="subdued">
        {form.length === 0 ? say.everybody : say.all}
      </Text>
      {form.map((condition, place) => {
        const problem = errors[`${field}.${place}`];
        return (
          <Box key={place} padding="300" borderWidth="025" borderColor="border" borderRadius="200">
            <BlockStack gap="200">
              <InlineStack align="space-between" blockAlign="end" gap="200" wrap={false}>
                <Select
                  label={say.kind}
                  options={CONDITION_KINDS.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
                  value={condition.kind}
                  onChange={(kind) => replace(place, { kind: kind as ConditionKind })}
                />
                <Button
                  icon={XIcon}
                  variant="tertiary"
                  accessibilityLabel={say.remove(say.kinds[condition.kind])}
                  onClick={() => onChange(form.filter((_, at) => at !== place))}
                />
              </InlineStack>
              <Fields condition={condition} onChange={(fields) => replace(place, fields)} />
              <PickError error={problem && program.problems[problem]} />
            </BlockStack>
          </Box>
        );
      })}
      {form.length < MOST_CONDITIONS && (
        <InlineStack>
          <Button
            icon={PlusIcon}
            variant="plain"
            onClick={() => onChange([...form, emptyCondition('first-timers')])}
          >
            {say.add}
          </Button>
        </InlineStack>
      )}
      {form.length > 0 && help !== undefined && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
      <WhoCount who={wholeWho(form)} />
    </BlockStack>
  );
}

/** Null while a condition can't be read or lacks something, and where there is none: everybody needs no counting. */
function wholeWho(form: WhoForm): Who | null {
  const errors: FieldErrors = {};
  const who = parseWho(form, 'who', errors);
  const isWhole = form.length > 0 && Object.keys(errors).length === 0;
  return isWhole && lacksOf(who).every((lack) => lack === null) ? who : null;
}

type FieldsProps = { condition: ConditionForm; onChange: (fields: Partial<ConditionForm>) => void };

function Fields({ condition, onChange }: FieldsProps) {
  const { who: say } = useTexts();
  const language = useLanguage();
  switch (condition.kind) {
    case 'tags-in':
    case 'tags-out':
      return <TagField label={say.tags} tags={condition.tags} onChange={(tags) => onChange({ tags })} />;
    case 'first-timers':
      return null;
    case 'birthday-month':
      return (
        <Select
          label={say.month}
          options={[
            { value: '0', label: say.thisMonth },
            ...MONTHS.map((month) => ({ value: String(month), label: formatMonth(month, language) })),
          ]}
          value={condition.month}
          onChange={(month) => onChange({ month })}
        />
      );
    case 'bought':
      return <Bought condition={condition} onChange={onChange} />;
    case 'ordered':
      return (
        <CountField
          label={say.within}
          help={say.orderedHelp}
          value={condition.within}
          onChange={(within) => onChange({ within })}
        />
      );
    case 'orders':
    case 'last-order':
      return (
        <FormLayout.Group condensed>
          {(['least', 'most'] as const).map((bound) => (
            <CountField
              key={bound}
              label={say[bound]}
              value={condition[bound]}
              onChange={(typed) => onChange({ [bound]: typed })}
            />
          ))}
        </FormLayout.Group>
      );
  }
}

function Bought({ condition, onChange }: FieldsProps) {
  const { who: say } = useTexts();
  const { products, collections = [], within } = condition;
  return (
    <BlockStack gap="200">
      <Picks
        products={products}
        collections={collections}
        hint={collections.length > 0 ? say.collectionsHelp : null}
        label={say.kinds.bought}
        onChange={onChange}
      />
      <CountField
        label={say.within}
        help={say.withinHelp}
        value={within}
        onChange={(typed) => onChange({ within: typed })}
      />
    </BlockStack>
  );
}

type CountProps = { label: string; help?: string; value: string; onChange: (typed: string) => void };

function CountField({ label, help, value, onChange }: CountProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      inputMode="numeric"
      autoComplete="off"
      {...(help && { helpText: help })}
    />
  );
}
