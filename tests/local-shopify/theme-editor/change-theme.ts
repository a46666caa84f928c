// What a merchant does to the app's blocks in the theme editor. Every change gives a new theme.
import type { Area, PlacedBlock, SettingValue, Theme } from '#tests/local-shopify/shop/theme.ts';
import { EMBEDS } from '#tests/local-shopify/storefront/extension.ts';
import { freeId, mayStandIn, placedBlocks } from '#tests/local-shopify/storefront/placed-blocks.ts';

type Blocks = PlacedBlock[];

const withBlocks = (theme: Theme, change: (blocks: Blocks) => Blocks): Theme => ({
  ...theme,
  blocks: change(placedBlocks(theme)),
});

const changeOne = (theme: Theme, id: string, change: (block: PlacedBlock) => PlacedBlock): Theme =>
  withBlocks(theme, (blocks) => blocks.map((one) => (one.id === id ? change(one) : one)));

/** At the area's end; does nothing for a block that may not stand there. */
export function addBlock(theme: Theme, area: Area, block: string): Theme {
  if (!mayStandIn(area, block)) return theme;
  return withBlocks(theme, (blocks) => [
    ...blocks,
    { id: freeId(blocks, block), area, block, shown: true, settings: {} },
  ]);
}

export function removeBlock(theme: Theme, id: string): Theme {
  return withBlocks(theme, (blocks) => blocks.filter((one) => one.id !== id));
}

export function showBlock(theme: Theme, id: string, shown: boolean): Theme {
  return changeOne(theme, id, (block) => ({ ...block, shown }));
}

export function setSettings(theme: Theme, id: string, settings: Record<string, SettingValue>): Theme {
  return changeOne(theme, id, (block) => ({ ...block, settings }));
}

/** Turns an app embed on or off. */
export function switchEmbed(theme: Theme, file: string, on: boolean): Theme {
  const others = (theme.embeds ?? []).filter((one) => one !== file);
  return { ...theme, embeds: on && EMBEDS.has(file) ? [...others, file] : others };
}

/** Of an app embed. */
export function setEmbedSettings(theme: Theme, file: string, settings: Record<string, SettingValue>): Theme {
  return EMBEDS.has(file) ? { ...theme, embedSettings: { ...theme.embedSettings, [file]: settings } } : theme;
}

/** Changes places with its neighbour in the same area, if it has one there. */
export function moveBlock(theme: Theme, id: string, step: -1 | 1): Theme {
  return withBlocks(theme, (blocks) => {
    const moved = blocks.find((one) => one.id === id);
    const neighbours = blocks.filter((one) => one.area === moved?.area);
    const other = neighbours[neighbours.findIndex((one) => one.id === id) + step];
    if (!moved || !other) return blocks;
    return blocks.map((one) => (one === moved ? other : one === other ? moved : one));
  });
}
