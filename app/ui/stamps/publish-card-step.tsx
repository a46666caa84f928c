import { BlockStack, Button, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { formatList } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { GuideData } from '../home/home-data.ts';
import { useHomeAction } from '../home/use-home-action.ts';

type Kind = 'collection' | 'product';
type Chosen = { id: string; title: string };

/** Chooses the first card's products and publishes it; a draft with more in it is published on its own page. */
export function PublishCardStep({ guide }: { guide: GuideData }) {
  const { home } = useTexts();
  if (guide.cardPublished) return <Text as="p">{home.cardStepDone}</Text>;
  return guide.cardWaits ? <ChooseAndPublish /> : <Elsewhere />;
}

function Elsewhere() {
  const { home } = useTexts();
  return (
    <BlockStack gap="300">
      <Text as="p">{home.cardStepElsewhere}</Text>
      <InlineStack>
        <Button url="/app/program">{home.openProgram}</Button>
      </InlineStack>
    </BlockStack>
  );
}

function ChooseAndPublish() {
  const { home } = useTexts();
  const [chosen, setChosen] = useState<Record<Kind, Chosen[]>>({ collection: [], product: [] });
  const { publish, busy, waits, error } = usePublishing(chosen);
  const pick = (kind: Kind) => async () => {
    const picked = await pickResources(kind, chosen[kind]);
    if (picked) setChosen((before) => ({ ...before, [kind]: picked }));
  };
  return (
    <BlockStack gap="300">
      <Text as="p">{home.cardStepHelp}</Text>
      <InlineStack gap="200">
        <Button onClick={() => void pick('collection')()}>{home.chooseCollections}</Button>
        <Button onClick={() => void pick('product')()}>{home.chooseProducts}</Button>
      </InlineStack>
      <ChosenNames chosen={[...chosen.collection, ...chosen.product]} />
      {error && <InlineError fieldID="publish-card" message={error} />}
      <InlineStack>
        <Button id="publish-card" variant="primary" loading={busy} disabled={waits} onClick={publish}>
          {home.publishCard}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function ChosenNames({ chosen }: { chosen: readonly Chosen[] }) {
  const { home } = useTexts();
  const language = useLanguage();
  if (chosen.length === 0) return null;
  const names = formatList(
    chosen.map(({ title }) => title),
    language,
  );
  return (
    <Text as="p" fontWeight="medium">
      {home.chosen(names)}
    </Text>
  );
}

function usePublishing(chosen: Record<Kind, Chosen[]>) {
  const { home, program } = useTexts();
  const { send, busy, waits, answer } = useHomeAction();
  useEffect(() => {
    if (answer?.ok) window.shopify.toast.show(home.published);
  }, [answer, home]);
  const numbers = (kind: Kind) => chosen[kind].map(({ id }) => id.split('/').at(-1) ?? '');
  const publish = () => {
    send({ do: 'publish-card', productIds: numbers('product'), collectionIds: numbers('collection') });
  };
  const refusals = {
    'no-products': home.noProducts,
    'edited-elsewhere': home.cardStepElsewhere,
    tooMuchForCart: program.problems.tooMuchForCart,
    functionsNotAvailable: program.problems.functionsNotAvailable,
    'not-saved': home.publishFailed,
  };
  const refused = answer && !answer.ok ? answer.reason : null;
  const isMended = refused === 'no-products' && chosen.product.length + chosen.collection.length > 0;
  return { publish, busy, waits, error: refused && !isMended ? refusals[refused] : null };
}

/** Null when the merchant closed the picker without choosing. */
async function pickResources(kind: Kind, chosen: readonly Chosen[]): Promise<Chosen[] | null> {
  const selectionIds = chosen.map(({ id }) => ({ id }));
  const picked = await window.shopify.resourcePicker({ type: kind, multiple: true, selectionIds });
  return picked ? picked.map(({ id, title }) => ({ id, title })) : null;
}
