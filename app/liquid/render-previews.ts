// Every block of the theme extension, as a page of its own for a frame without scripts.
import type { Localized } from '#app/core/values/languages.ts';
import { escapeHtml } from './arguments.ts';
import { settingDefaults } from './block-schema.ts';
import { themeExtension, type ExtensionBlock } from './extension.ts';
import { previewObjects, type PreviewScene } from './preview-objects.ts';

export type BlockPreview = {
  file: string;
  title: Localized;
  /** A whole document; null when the block shows this shopper nothing. */
  html: string | null;
};

/**
 * One preview per block of a section, in the order of their files.
 * @param files those that are wanted, in their order; all where it is missing
 * @throws {Error} what Liquid throws
 */
export function renderPreviews(scene: PreviewScene, files?: readonly string[]): BlockPreview[] {
  const { blocks } = themeExtension();
  const objects = previewObjects(scene);
  const inSections = blocks.filter(({ schema }) => schema.target === 'section');
  const wanted = files?.flatMap((file) => inSections.find((block) => block.file === file) ?? []);
  return (wanted ?? inSections).map((block) => ({
    file: block.file,
    title: block.title,
    html: documentOf(block, renderBlock(block, objects), scene),
  }));
}

function renderBlock({ file, schema }: ExtensionBlock, objects: object): string {
  const settings = settingDefaults(schema);
  return themeExtension()
    .engine.render(`blocks/${file}`, objects, { block: { id: file, settings, shopify_attributes: '' } })
    .trim();
}

/** The page around the block is plain, as far as the app can know the theme: light, or dark. */
const pageStyle = (dark: boolean) => {
  const [text, page] = dark ? ['#f1f1f1', '#1a1a1a'] : ['#1a1a1a', '#fff'];
  const scheme = dark ? 'html{color-scheme:dark}' : '';
  return `${scheme}body{margin:0;padding:4px;font:16px/1.5 system-ui,sans-serif;color:${text};background:${page}}`;
};

/** Without scripts a form does nothing: its handlers would be refused, and what it says then isn't for the merchant. */
function still(html: string): string {
  return html
    .replaceAll(/<noscript>.*?<\/noscript>/gs, '')
    .replaceAll(/<script.*?<\/script>/gs, '')
    .replaceAll(/\son[a-z]+="[^"]*"/g, '')
    .replaceAll('<form', '<form inert');
}

/** Also a frame with nothing in it. */
function isEmpty(html: string): boolean {
  return (
    still(html)
      .replaceAll(/<[^>]*>/g, '')
      .trim() === ''
  );
}

function documentOf(
  { schema }: ExtensionBlock,
  html: string,
  { language, dark = false }: PreviewScene,
): string | null {
  if (isEmpty(html)) return null;
  const style = schema.stylesheet ? themeExtension().asset(schema.stylesheet) : '';
  return `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${pageStyle(dark)}${style}</style></head><body>${still(html)}</body></html>`;
}
