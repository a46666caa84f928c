// Paging by cursor, with Shopify's limits.
import { GraphQLError } from 'graphql';

export type PageArgs = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
};

/** `key` marks the place of a row in its order, so that a cursor survives rows that come and go. */
export type Row<T> = { key: string; node: () => T };

export type Connection<T> = {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

const MOST = 250;

const encode = (key: string): string => Buffer.from(JSON.stringify({ at: key })).toString('base64');

function decode(cursor: string): string {
  const text = Buffer.from(cursor, 'base64').toString();
  const at = /^\{"at":"(.*)"\}$/.exec(text)?.[1];
  if (at === undefined) throw new GraphQLError('Invalid cursor for current pagination sort.');
  return at;
}

let isWhole = false;

/** As a bulk query is answered: lists have no pages. What `work` asks for, it asks for at once. */
export function withoutPages<T>(work: () => T): T {
  isWhole = true;
  try {
    return work();
  } finally {
    isWhole = false;
  }
}

function size(args: PageArgs): number {
  if (isWhole) return Infinity;
  const wanted = args.first ?? args.last;
  if (wanted === null || wanted === undefined) {
    throw new GraphQLError('you must provide one of first or last', { extensions: { code: 'BAD_REQUEST' } });
  }
  if (wanted < 0 || wanted > MOST) {
    throw new GraphQLError(`${wanted} is not a page size: it must be between 0 and ${MOST}`, {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  return wanted;
}

function between<T>(rows: Row<T>[], args: PageArgs): Row<T>[] {
  const sign = args.reverse ? -1 : 1;
  const after = args.after ? decode(args.after) : null;
  const before = args.before ? decode(args.before) : null;
  return rows.filter(({ key }) => {
    if (after !== null && sign * compareKeys(key, after) <= 0) return false;
    return before === null || sign * compareKeys(key, before) < 0;
  });
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows need not be sorted; only the page's nodes are made. */
export function connection<T>(rows: Row<T>[], args: PageArgs): Connection<T> {
  const wanted = size(args);
  const sorted = [...rows].sort((a, b) => compareKeys(a.key, b.key));
  if (args.reverse) sorted.reverse();
  const open = between(sorted, args);
  const fromStart = isWhole || (args.first !== null && args.first !== undefined);
  const page = fromStart ? open.slice(0, wanted) : open.slice(Math.max(0, open.length - wanted));
  const edges = page.map((row) => ({ cursor: encode(row.key), node: row.node() }));
  const more = open.length > page.length;
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: fromStart ? more : args.before !== null && args.before !== undefined,
      hasPreviousPage: fromStart ? args.after !== null && args.after !== undefined : more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Rows in the order given. */
export function inOrder<T, V>(items: T[], view: (item: T) => V): Row<V>[] {
  return items.map((item, index) => ({ key: String(index).padStart(9, '0'), node: () => view(item) }));
}

/** Rows by id, which grows with time. */
export function byId<T extends { id: string }, V>(items: T[], view: (item: T) => V): Row<V>[] {
  return items.map((item) => ({ key: item.id.padStart(20, '0'), node: () => view(item) }));
}
