import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { GIVES_LIMITS } from '#app/core/rewards/reward-gives.ts';
import { amountText } from '#app/core/values/amount-text.ts';
import { minorUnits } from '#app/core/values/money.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { typedAmount } from '#app/ui/values/format.ts';
import { pickResources, type PickedResource } from '../../editing/pick-resources.ts';
import { PickedTag, PickError } from '../../editing/picks.tsx';
import { GivesField, type KindFields, type RewardFieldProps } from './kind-fields.tsx';

export const productFields: KindFields = { Worth, More };

function Worth(props: RewardFieldProps) {
  const { rewards: say } = useTexts();
  return (
    <GivesField {...props} field="upTo" label={say.productUpTo(props.currency)} help={say.productUpToHelp} />
  );
}

function More({ reward, currency, problem, onChange }: RewardFieldProps) {
  const { rewards: say, program } = useTexts();
  const language = useLanguage();
  const { products } = reward;
  const pick = async () => {
    const picked = await pickResources('product', products, GIVES_LIMITS.freeProducts);
    if (!picked) return;
    const chosen = { products: picked.map(({ id, title }) => ({ id, title })) };
    const upTo = firstCeiling(reward, picked, currency);
    onChange({ ...chosen, ...(upTo !== null && { upTo: typedAmount(upTo, language) }) });
  };
  const remove = (id: string) => onChange({ products: products.filter((one) => one.id !== id) });
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Button onClick={() => void pick()}>{program.chooseProducts}</Button>
        {products.length === 0 && (
          <Text as="span" tone="subdued">
            {program.nothingChosen}
          </Text>
        )}
      </InlineStack>
      <InlineStack gap="200">
        {products.map((one) => (
          <PickedTag key={one.id} picked={one} onRemove={() => remove(one.id)} />
        ))}
      </InlineStack>
      <Text as="p" tone="subdued">
        {say.productHelp(String(GIVES_LIMITS.freeProducts))}
      </Text>
      <PickError error={problem('products')} />
    </BlockStack>
  );
}

/** With the first choice, what the dearest of the chosen costs, so that no dearer variant is given by mistake; else null. */
function firstCeiling(
  { products, upTo }: RewardForm,
  picked: readonly PickedResource[],
  currency: string,
): string | null {
  const prices = picked.flatMap(({ price }) => (price && minorUnits(price, currency)) || []);
  if (products.length > 0 || upTo.trim() !== '' || prices.length === 0) return null;
  return amountText(Math.max(...prices), currency);
}
