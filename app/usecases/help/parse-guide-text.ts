// A page of the guide, from Markdown to the parts that a screen draws. What has no part of its own is refused, so that
// nothing is written that nobody would see; a test reads every page.
import { marked, type Token, type Tokens } from 'marked';
import type { GuideBlock, GuideInline, GuideText } from '#app/core/help/guide-text.ts';

export function parseGuideText(markdown: string): GuideText {
  const [first, ...rest] = marked.lexer(markdown).filter(({ type }) => type !== 'space');
  if (first?.type !== 'heading' || first.depth !== 1)
    throw new Error('a page of the guide begins with its title');
  return { title: plain((first as Tokens.Heading).tokens), blocks: rest.map(blockOf) };
}

function blockOf(token: Token): GuideBlock {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const text = plain(tokens);
      return { kind: 'heading', level: depth === 2 ? 2 : 3, text, id: anchorOf(text) };
    }
    case 'paragraph':
      return paragraph((token as Tokens.Paragraph).tokens);
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return { kind: 'list', ordered, items: items.map(({ tokens }) => inlines(tokens)) };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = rows.map((row) => row.map(({ tokens }) => inlines(tokens)));
      return { kind: 'table', head: header.map(({ tokens }) => plain(tokens)), rows: cells };
    }
    default:
      return unknown(token);
  }
}

/** A picture stands in a paragraph of its own. */
function paragraph(tokens: Token[]): GuideBlock {
  const [only, ...more] = tokens;
  if (only?.type !== 'image' || more.length > 0) return { kind: 'paragraph', parts: inlines(tokens) };
  const { href, text } = only as Tokens.Image;
  return { kind: 'picture', file: href.replace(/^\.\.\/pictures\//, ''), says: text };
}

function inlines(tokens: Token[]): GuideInline[] {
  return tokens.flatMap((token): GuideInline[] => {
    const inner = 'tokens' in token ? token.tokens : undefined;
    switch (token.type) {
      // What a list's item holds is a text with tokens of its own.
      case 'text':
        return inner ? inlines(inner) : [{ kind: 'text', text: oneLine((token as Tokens.Text).text) }];
      case 'escape':
        return [{ kind: 'text', text: (token as Tokens.Escape).text }];
      case 'strong':
        return [{ kind: 'strong', text: plain(inner ?? []) }];
      case 'link':
        return [{ kind: 'link', text: plain(inner ?? []), to: addressOf((token as Tokens.Link).href) }];
      default:
        return unknown(token);
    }
  });
}

const plain = (tokens: Token[]): string =>
  inlines(tokens)
    .map(({ text }) => text)
    .join('');

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** Between files in the repository, between pages in the app: `points.md#x` is `/app/help/points#x`. */
const addressOf = (href: string): string => href.replace(/^([a-z-]+)\.md(?=#|$)/, '/app/help/$1');

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function unknown({ type, raw }: Token): never {
  throw new Error(`the guide can't show this yet (${type}): ${raw.slice(0, 60)}`);
}
