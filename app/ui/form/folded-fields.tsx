import { BlockStack, Button, Collapsible, InlineStack } from '@shopify/polaris';
import { useId, useState, type ReactNode } from 'react';

type Props = {
  /** What is folded away; `labelOfWhat` says of what, for whoever only hears the button. */
  label: string;
  labelOfWhat: string;
  /** Somebody has set one of them. */
  set: boolean;
  /** One of them is wrong. */
  wrong: boolean;
  children: ReactNode;
};

/** Fields that most never set: folded away until somebody asks for them, or one of them is set or wrong. */
export function FoldedFields({ label, labelOfWhat, set, wrong, children }: Props) {
  const [open, setOpen] = useState(set);
  const id = useId();
  // Open from then on: fields must not fold away while somebody mends them.
  if (wrong && !open) setOpen(true);
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button
          variant="plain"
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={id}
          accessibilityLabel={labelOfWhat}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        {children}
      </Collapsible>
    </BlockStack>
  );
}
