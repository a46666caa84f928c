import { BlockStack, Button, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatList } from '#app/ui/values/format.ts';
import type { Chosen, ChosenKind, Setup } from './use-setup.ts';

/** The card's products, by Shopify's picker. */
export function SetupProducts({ setup, error }: { setup: Setup; error: string | null }) {
  const { home, guide } = useTexts();
  const language = useLanguage();
  const { chosen, choose } = setup;
  const pick = async (kind: ChosenKind) => {
    const picked = await pickResources(kind, chosen[kind]);
    if (picked) choose(kind, picked);
  };
  const titles = [...chosen.collection, ...chosen.product].map(({ title }) => title);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="bodyMd">
        {guide.products}
      </Text>
      <InlineStack gap="200">
        <Button id="choose-products" onClick={() => void pick('collection')}>
          {home.chooseCollections}
        </Button>
        <Button onClick={() => void pick('product')}>{home.chooseProducts}</Button>
      </InlineStack>
      {titles.length > 0 && (
        <Text as="p" fontWeight="medium">
          {home.chosen(formatList(titles, language))}
        </Text>
      )}
      {error && <InlineError fieldID="choose-products" message={error} />}
    </BlockStack>
  );
}

/** Null when the merchant closed the picker without choosing. */
async function pickResources(kind: ChosenKind, chosen: readonly Chosen[]): Promise<Chosen[] | null> {
  const selectionIds = chosen.map(({ id }) => ({ id }));
  const picked = await window.shopify.resourcePicker({ type: kind, multiple: true, selectionIds });
  return picked ? picked.map(({ id, title }) => ({ id, title })) : null;
}
