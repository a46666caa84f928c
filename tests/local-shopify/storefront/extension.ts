// The theme app extension as the theme finds it: its blocks, with what their schemas say.
import { join } from 'node:path';
import { readBlockSchema } from '#app/liquid/block-schema.ts';
import type { BlockSchema } from '#app/liquid/block-schema.ts';
import { openLiquidFolder } from './liquid-files.ts';

export const EXTENSION = join(import.meta.dirname, '../../../extensions/loyalty-theme');
export const EXTENSION_ASSETS = join(EXTENSION, 'assets');
export const EXTENSION_ASSET_PATH = '/extensions/loyalty-theme/assets/';

export const extension = openLiquidFolder(EXTENSION, EXTENSION_ASSET_PATH);

/** By the name of their file, without `.liquid`. */
export const BLOCKS: ReadonlyMap<string, BlockSchema> = new Map(
  Object.entries(extension.templates).flatMap(([name, source]): [string, BlockSchema][] =>
    name.startsWith('blocks/') ? [[name.slice('blocks/'.length), readBlockSchema(source)]] : [],
  ),
);
