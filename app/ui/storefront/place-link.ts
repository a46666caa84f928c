import { EMBEDS, GROUP } from '#app/core/storefront/theme-seen.ts';
import { themeEditorLink, themePageLink, type GuideBlock } from '#app/ui/home/theme-blocks.ts';

type Editor = { shop: string; apiKey: string };

/** Groups that the theme editor takes a block for by their names. */
const GROUPS = ['header', 'footer', 'aside'];

/** Opens the theme editor with the block put on that page, for the merchant to save. */
export function addLink({ shop, apiKey }: Editor, block: GuideBlock, page: string): string {
  if (page === EMBEDS || !isPage(page)) {
    const group = page.startsWith(GROUP) ? page.slice(GROUP.length) : '';
    const target = GROUPS.includes(group) ? `sectionGroup:${group}` : block.target;
    return themeEditorLink(shop, apiKey, { ...block, target });
  }
  return themeEditorLink(shop, apiKey, { ...block, template: page });
}

/** Opens it on that page, and changes nothing. */
export function pageLink({ shop }: Editor, block: GuideBlock, page: string): string {
  return themePageLink(shop, isPage(page) ? { template: page } : block);
}

const isPage = (page: string): boolean => /^[a-z][\w./-]*$/i.test(page) && page !== EMBEDS;
