export type PageShape =
  /** Cards in a row. */
  | 'figures'
  /** One long card. */
  | 'list'
  /** Cards, and one beside them. */
  | 'beside'
  | 'cards';

const SHAPES: readonly [RegExp, PageShape][] = [
  [/^\/app\/?$/, 'figures'],
  [/^\/app\/members\/?$/, 'list'],
  [/^\/app\/members\/\d+$/, 'beside'],
  [/^\/app\/program\/?$/, 'beside'],
  [/^\/app\/program\/(points|cards|moments|rewards\/[^/]+)\b/, 'beside'],
];

/** What the page at an address of the app looks like from afar. */
export function shapeOfPage(path: string): PageShape {
  return SHAPES.find(([address]) => address.test(path))?.[1] ?? 'cards';
}
