// Shopify's tags that liquidjs lacks: `schema` and `doc` print nothing, `content_for 'blocks'` prints the app blocks.
import type { Liquid, TopLevelToken } from 'liquidjs';
import { printed } from './arguments.ts';

type TagImplOptions = Extract<Parameters<Liquid['registerTag']>[1], { render: unknown }>;

/** A tag whose content is for machines and people, never for the page. */
function silent(end: string): TagImplOptions {
  return {
    parse(_token, remaining) {
      while (remaining.length > 0) if (isTag(remaining.shift(), end)) return;
      throw new TypeError(`missing ${end}`);
    },
    render: () => '',
  };
}

function isTag(token: TopLevelToken | undefined, name: string): boolean {
  return token !== undefined && 'name' in token && token.name === name;
}

/** The caller has rendered the blocks and passes them as `content_for_blocks`, as with `content_for_layout`. */
const contentForBlocks: TagImplOptions = {
  parse(token) {
    if (!/^['"]blocks['"]$/.test(token.args.trim()))
      throw new TypeError("only content_for 'blocks' is known");
  },
  render: (context) => printed(context.getSync(['content_for_blocks'])),
};

export function registerTags(liquid: Liquid): void {
  liquid.registerTag('schema', silent('endschema'));
  liquid.registerTag('doc', silent('enddoc'));
  liquid.registerTag('content_for', contentForBlocks);
}
