import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { GUIDE_BLOCKS, themeEditorLink, type BlocksOn, type GuideBlock } from './theme-blocks.ts';
import { useRootData } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { PlacedBlocks } from './use-placed-blocks.ts';

type Props = {
  shop: string;
  on: BlocksOn;
  placed: PlacedBlocks;
  /** Whether the blocks that the step needs are believed to be placed, until Shopify tells. */
  neededPlaced: boolean;
};

/** The blocks with what Shopify says of each now; a link per block that isn't there yet. */
export function BlocksStep({ shop, on, placed, neededPlaced }: Props) {
  const { home, guide } = useTexts();
  const row = (block: GuideBlock) => {
    const added = placed instanceof Set ? placed.has(block.key) : block.needed(on) && neededPlaced;
    return <BlockRow key={block.key} shop={shop} block={block} added={added} />;
  };
  const offered = GUIDE_BLOCKS.filter((block) => block.offered(on));
  return (
    <BlockStack gap="300">
      <Text as="p">{placed === 'unknown' ? home.blocksUnknown : guide.blocksHelp}</Text>
      {offered.filter(({ needed }) => needed(on)).map(row)}
      <Text as="h3" variant="headingSm">
        {home.blocksMore}
      </Text>
      <Text as="p" tone="subdued">
        {guide.blocksMoreHelp}
      </Text>
      {offered.filter(({ needed }) => !needed(on)).map(row)}
    </BlockStack>
  );
}

/** As high as its two lines, whatever stands beside them: nothing moves when Shopify tells. */
function BlockRow({ shop, block, added }: { shop: string; block: GuideBlock; added: boolean }) {
  const { home } = useTexts();
  const apiKey = useRootData()?.apiKey ?? '';
  const { name, page } = home.blocks[block.key];
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
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
        <div style={{ flex: 'none' }}>
          <Button
            url={themeEditorLink(shop, apiKey, block)}
            target="_blank"
            accessibilityLabel={home.addNamedBlock(name, page)}
          >
            {home.addBlock}
          </Button>
        </div>
      )}
    </InlineStack>
  );
}
