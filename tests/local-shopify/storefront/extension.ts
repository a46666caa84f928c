// The theme app extension as the theme finds it: its blocks, with what their schemas say.
import { join } from 'node:path';
import type { BlockSchema } from '#app/liquid/block-schema.ts';
import { EXTENSION, openExtension } from '#app/liquid/extension.ts';

export const EXTENSION_ASSETS = join(EXTENSION, 'assets');
export const EXTENSION_ASSET_PATH = '/extensions/loyalty-theme/assets/';

export const extension = openExtension(EXTENSION_ASSET_PATH);

const schemas = (target: BlockSchema['target']): ReadonlyMap<string, BlockSchema> =>
  new Map(
    extension.blocks.flatMap(({ file, schema }) =>
      schema.target === target ? [[file, schema] as const] : [],
    ),
  );

/** Those that stand in sections, by the name of their file, without `.liquid`. */
export const BLOCKS = schemas('section');

/** App embeds, which belong to no section. */
export const EMBEDS = schemas('body');
