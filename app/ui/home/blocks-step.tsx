import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { GUIDE_BLOCKS, themeEditorLink, type GuideBlock } from '#app/core/theme-blocks.ts';
import { useRootData } from '#app/ui/root-data.ts';
import { useTexts } from '#app/ui/use-texts.ts';
import type { PlacedBlocks } from './use-placed-blocks.ts';

/** The blocks with what Shopify says of each now; a link per block that isn't there yet. */
export function BlocksStep({ shop, placed }: { shop: string; placed: PlacedBlocks }) {
  const { home } = useTexts();
  return (
    <BlockStack gap="300">
      <Text as="p">{home.blocksStepHelp}</Text>
      {placed === 'unknown' && <Text as="p">{home.blocksUnknown}</Text>}
      {GUIDE_BLOCKS.map((block) => (
        <BlockRow
          key={block.key}
          shop={shop}
          block={block}
          added={placed instanceof Set && placed.has(block.key)}
        />
      ))}
    </BlockStack>
  );
}

function BlockRow({ shop, block, added }: { shop: string; block: GuideBlock; added: boolean }) {
  const { home } = useTexts();
  const apiKey = useRootData()?.apiKey ?? '';
  const { name, page } = home.blocks[block.key];
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack>
        <Text as="span" fontWeight="medium">
          {name}
        </Text>
        <Text as="span" tone="subdued">
          {page}
        </Text>
      </BlockStack>
      {added ? (
        <Badge tone="success">{home.blockAdded}</Badge>
      ) : (
        <Button
          url={themeEditorLink(shop, apiKey, block)}
          target="_blank"
          accessibilityLabel={home.addNamedBlock(name, page)}
        >
          {home.addBlock}
        </Button>
      )}
    </InlineStack>
  );
}
