// Which blocks of ours a file of the theme places: a JSON template, a group of sections, or the theme's settings, which hold
// the app embeds. A block is hidden where it is, or where any that holds it is.
import { recordOf, type JsonRecord } from './theme-json.ts';

export type BlockInFile = { block: string; shown: boolean };

/** Themes nest blocks eight deep. */
const DEEPEST = 12;

/** `shopify://apps/sixth-loyalty/blocks/member/0190…`: the app's handle, and the block's file. */
const APP_BLOCK = /^shopify:\/\/apps\/([^/]+)\/blocks\/([\w-]{1,100})(?:\/|$)/;

/** Of a template or a group: `sections` in their order. One that the order leaves out isn't rendered. */
export function blocksInSections(file: JsonRecord, appHandle: string): BlockInFile[] {
  return below(recordOf(file['sections']), listed(file['order']), { appHandle, shown: true, deep: 0 });
}

/** Of `config/settings_data.json`: what is on now is an object, or the name of a preset. */
export function embedsInSettings(file: JsonRecord, appHandle: string): BlockInFile[] {
  const { current } = file;
  const settings =
    typeof current === 'string' ? recordOf(recordOf(file['presets'])?.[current]) : recordOf(current);
  return below(recordOf(settings?.['blocks']), null, { appHandle, shown: true, deep: 0 });
}

type Around = { appHandle: string; shown: boolean; deep: number };

function below(things: JsonRecord | null, order: ReadonlySet<unknown> | null, around: Around): BlockInFile[] {
  if (!things || around.deep > DEEPEST) return [];
  return Object.entries(things).flatMap(([id, value]) => {
    const thing = recordOf(value);
    if (!thing) return [];
    const isLeftOut = order !== null && !order.has(id) && thing['static'] !== true;
    return within(thing, { ...around, shown: around.shown && thing['disabled'] !== true && !isLeftOut });
  });
}

function within(thing: JsonRecord, { appHandle, shown, deep }: Around): BlockInFile[] {
  const [, app, block] = APP_BLOCK.exec(typeof thing['type'] === 'string' ? thing['type'] : '') ?? [];
  const own = block !== undefined && app === appHandle ? [{ block, shown }] : [];
  const inside = below(recordOf(thing['blocks']), listed(thing['block_order']), {
    appHandle,
    shown,
    deep: deep + 1,
  });
  return [...own, ...inside];
}

function listed(order: unknown): ReadonlySet<unknown> | null {
  return Array.isArray(order) ? new Set<unknown>(order) : null;
}
