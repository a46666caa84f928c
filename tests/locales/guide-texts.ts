import type { GuideBlock, GuideInline } from '#app/core/help/guide-text.ts';

const joined = (parts: readonly GuideInline[]): string => parts.map(({ text }) => text).join('');

/** What a part of the guide says, each of its items and cells alone. */
export function guideTexts(block: GuideBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [joined(block.parts)];
    case 'list':
      return block.items.map(joined);
    case 'table':
      return [...block.head, ...block.rows.flat().map(joined)];
    case 'picture':
      return [block.says];
  }
}
