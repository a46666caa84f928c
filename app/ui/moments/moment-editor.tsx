import { Badge, BlockStack, Box, Checkbox, InlineStack, Text } from '@shopify/polaris';
import type { MomentForm } from '#app/core/moments/moment-form.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { occasionOf, occasionSentence } from './describe-moment.ts';
import { MomentFields } from './moment-fields.tsx';
import type { TypedRules } from '../editing/use-typed-rules.ts';

type Props = {
  kind: MomentKind;
  form: MomentForm;
  errors: FieldErrors;
  typed: TypedRules;
  /** As customers see it; null for an occasion that isn't published. */
  published: Moment | null;
  /** The published program's words for points. */
  names: ProgramRules['names'];
  changed: boolean;
  onChange: (fields: Partial<MomentForm>) => void;
};

/** One occasion: its switch, its sentence, then what makes it up. */
export function MomentEditor(props: Props) {
  const { kind, form, errors, typed, published, names, changed, onChange } = props;
  const { program, birthdays } = useTexts();
  const { offer: say } = birthdays;
  const rule = typed.rules && occasionOf(typed.rules, kind);
  return (
    <Box borderColor="border" borderWidth="025" borderRadius="200" padding="300">
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {say.kinds[kind]}
          </Text>
          {form.on && !published && <Badge tone="info">{program.isNew}</Badge>}
          {published && changed && <Badge tone="attention">{program.changed}</Badge>}
        </InlineStack>
        <Checkbox
          label={say.switches[kind]}
          helpText={say.switchHelp[kind]}
          checked={form.on}
          onChange={(on) => onChange({ on })}
        />
        {typed.rules && rule && (
          <Text as="p">{occasionSentence(rule, typed.rules.names, typed.wording)}</Text>
        )}
        {changed && published && (
          <Text as="p" tone="subdued">
            {program.publishedNow(occasionSentence(published, names, typed.wording))}
          </Text>
        )}
        {form.on && <MomentFields kind={kind} form={form} errors={errors} onChange={onChange} />}
      </BlockStack>
    </Box>
  );
}
