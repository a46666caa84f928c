// Takes the dashes out of Liquid's tags, once what they drop is gone, and the blanks at their ends: Shopify counts both among the
// 100 KB of Liquid that an app may have.

const TAG = /(\{%[^]*?%\}|\{\{[^]*?\}\})/;
const BLANKS_BEFORE = /[ \t\r\n\f\v]+$/;
const BLANKS_AFTER = /^[ \t\r\n\f\v]+/;

/** @returns what renders the same, to the byte */
export function tightTags(source: string): string {
  // Texts at even places, tags between them.
  const parts = source.split(TAG);
  return parts.map((part, at) => (at % 2 === 1 ? tightTag(part) : kept(part, parts, at))).join('');
}

/** Of a text what the tags beside it leave. */
function kept(text: string, parts: readonly string[], at: number): string {
  const left = /-[%}]\}$/.test(parts[at - 1] ?? '') ? text.replace(BLANKS_AFTER, '') : text;
  return /^\{[%{]-/.test(parts[at + 1] ?? '') ? left.replace(BLANKS_BEFORE, '') : left;
}

const tightTag = (tag: string): string => tag.replace(/^(\{[%{])-?\s*/, '$1').replace(/\s*-?([%}]\})$/, '$1');
