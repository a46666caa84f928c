import { BlockStack, ChoiceList, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type CombinesWith = { product: boolean; order: boolean; shipping: boolean };

type Props = {
  /** Those that may be chosen. */
  kinds: readonly (keyof CombinesWith)[];
  combinesWith: CombinesWith;
  help: string;
  onChange: (combinesWith: CombinesWith) => void;
};

/** The merchant's discounts that may stand beside one of ours. */
export function Combinations({ kinds, combinesWith, help, onChange }: Props) {
  const { cards } = useTexts();
  const choices = kinds.map((kind) => ({ label: cards.combinable[kind], value: kind }));
  const choose = (chosen: string[]) => {
    const has = (kind: keyof CombinesWith) => chosen.includes(kind);
    onChange({ product: has('product'), order: has('order'), shipping: has('shipping') });
  };
  return (
    <BlockStack gap="100">
      <ChoiceList
        allowMultiple
        title={cards.combinations}
        choices={choices}
        selected={kinds.filter((kind) => combinesWith[kind])}
        onChange={choose}
      />
      <Text as="p" tone="subdued">
        {help}
      </Text>
    </BlockStack>
  );
}
