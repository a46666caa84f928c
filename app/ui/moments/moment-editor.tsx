import { BlockStack, Checkbox, InlineStack, Text } from '@shopify/polaris';
import type { MomentForm } from '#app/core/editing/moment-form.ts';
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { EditProps } from '../editing/edit-props.ts';
import { PartBadge } from '../editing/part-badge.tsx';
import { momentState } from '../editing/states-of-parts.ts';
import { occasionOf, occasionSentence } from './describe-moment.ts';
import { MomentFields } from './moment-fields.tsx';

type Props = { kind: MomentKind; edit: EditProps; onChange: (fields: Partial<MomentForm>) => void };

/** One occasion: its switch, its sentence, then what makes it up. */
export function MomentEditor({ kind, edit, onChange }: Props) {
  const { value, errors, changed, typed, published, data } = edit;
  const { program, birthdays } = useTexts();
  const { offer: say } = birthdays;
  const form = value.occasions[kind];
  const rule = typed.rules && occasionOf(typed.rules, kind);
  const before = occasionOf(published, kind);
  const rewards = [...(typed.rules?.rewards ?? []), ...(published.rewards ?? [])];
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {say.kinds[kind]}
        </Text>
        {typed.rules && <PartBadge state={momentState(typed.rules, kind, data)} />}
      </InlineStack>
      <Checkbox
        label={say.switches[kind]}
        helpText={say.switchHelp[kind]}
        checked={form.on}
        onChange={(on) => onChange({ on })}
      />
      {typed.rules && rule && (
        <Text as="p">{occasionSentence(rule, { ...typed.rules, rewards }, typed.wording)}</Text>
      )}
      {changed.has(`occasion/${kind}`) && before && (
        <Text as="p" tone="subdued">
          {program.publishedNow(occasionSentence(before, published, typed.wording))}
        </Text>
      )}
      {form.on && (
        <MomentFields
          kind={kind}
          form={form}
          rewards={data.draft.rewards ?? []}
          published={published.rewards ?? []}
          errors={errors}
          onChange={onChange}
        />
      )}
    </BlockStack>
  );
}
