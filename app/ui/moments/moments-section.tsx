import { BlockStack, Card, Text } from '@shopify/polaris';
import type { MomentForm } from '#app/core/moments/moment-form.ts';
import { MOMENTS, type MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { occasionOf } from './describe-moment.ts';
import { MomentEditor } from './moment-editor.tsx';
import type { EditProps } from '../editing/edit-props.ts';

/** A member's yearly gifts: for the birthday, and for the day of joining. */
export function MomentsSection({ value, change, errors, changed, typed, published }: EditProps) {
  const { birthdays } = useTexts();
  const { occasions } = value;
  const replace = (kind: MomentKind, fields: Partial<MomentForm>) =>
    change({ occasions: { ...occasions, [kind]: { ...occasions[kind], ...fields } } });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {birthdays.offer.heading}
          </Text>
          <Text as="p" tone="subdued">
            {birthdays.offer.help}
          </Text>
        </BlockStack>
        {MOMENTS.map((kind) => (
          <MomentEditor
            key={kind}
            kind={kind}
            form={occasions[kind]}
            errors={errors}
            typed={typed}
            published={occasionOf(published, kind)}
            names={published.names}
            changed={changed.has(`occasion/${kind}`)}
            onChange={(fields) => replace(kind, fields)}
          />
        ))}
      </BlockStack>
    </Card>
  );
}
