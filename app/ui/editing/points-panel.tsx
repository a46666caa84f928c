import { BlockStack, Card, Checkbox, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { earnSentence } from './earn-sentence.ts';
import type { EditProps } from './edit-props.ts';
import { PartBadge } from './part-badge.tsx';
import { pointsState } from './states-of-parts.ts';

/** "1 point for every €1.00 spent." */
export function PointsPanel({ value, change, errors, changed, typed, published, data }: EditProps) {
  const { currency } = data;
  const { program } = useTexts();
  const problem = (field: string) => (errors[field] ? program.problems[errors[field]] : undefined);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {program.pointsHeading}
          </Text>
          {typed.rules && <PartBadge state={pointsState(typed.rules, data)} />}
        </InlineStack>
        {typed.rules && <Text as="p">{earnSentence(typed.rules, typed.wording)}</Text>}
        {changed.has('earn') && (
          <Text as="p" tone="subdued">
            {program.publishedNow(earnSentence(published, typed.wording))}
          </Text>
        )}
        <Checkbox
          label={program.pointsOnField}
          helpText={program.pointsOnHelp}
          checked={value.pointsOn ?? true}
          onChange={(pointsOn) => change({ pointsOn })}
        />
        <FormLayout>
          <FormLayout.Group condensed>
            <TextField
              label={program.pointsField}
              value={value.points}
              onChange={(points) => change({ points })}
              inputMode="numeric"
              autoComplete="off"
              error={problem('points') ?? false}
            />
            <TextField
              label={program.amountField(currency)}
              value={value.perAmount}
              onChange={(perAmount) => change({ perAmount })}
              inputMode="decimal"
              autoComplete="off"
              error={problem('perAmount') ?? false}
            />
          </FormLayout.Group>
        </FormLayout>
        <Text as="p" tone="subdued">
          {program.pointsHelp}
        </Text>
      </BlockStack>
    </Card>
  );
}
