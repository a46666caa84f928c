// For tests: a module of the app imported as `….ts?statements` is itself, and also exports what its calls of `query` send,
// as far as that is the same at each call. What a call puts together from its own arguments only counts as moving.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import type { Plugin } from 'vite';

const SUFFIX = '?statements';

export type Statement = { name?: string; text: string };
export type WithStatements = { statementsOfModule: Statement[]; movingStatements: number };

export function statementsPlugin(): Plugin {
  return {
    name: 'statements-of-modules',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const file = id.slice(0, -SUFFIX.length);
      return withStatements(await readFile(file, 'utf8'), file);
    },
  };
}

function withStatements(source: string, file: string): string {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const queries = queriesIn(tree);
  const fixed = queries.filter((query) => isFixed(query, tree));
  const texts = fixed.map((query) => `statementOf(${sourceOf(query)})`);
  return `${source}
const statementOf = (query) => (typeof query === 'string' ? { text: query } : { name: query.name, text: query.text });
export const statementsOfModule = [${texts.join(',\n')}];
export const movingStatements = ${queries.length - fixed.length};
`;
}

/** First arguments of `….query(…)`. */
function queriesIn(tree: ts.SourceFile): ts.Expression[] {
  return descendants(tree).flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    return node.expression.name.text === 'query' ? node.arguments.slice(0, 1) : [];
  });
}

function descendants(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  node.forEachChild((child) => {
    found.push(child, ...descendants(child));
  });
  return found;
}

/** Of `{ name, text, values }` the values are left out: they are what differs from call to call. */
function partsOf(query: ts.Expression): readonly ts.Node[] {
  if (!ts.isObjectLiteralExpression(query)) return [query];
  return query.properties.filter((property) => property.name?.getText() !== 'values');
}

function sourceOf(query: ts.Expression): string {
  const parts = partsOf(query).map((part) => part.getText());
  return ts.isObjectLiteralExpression(query) ? `{ ${parts.join(', ')} }` : parts.join('');
}

/** Whether the query names nothing of the functions around it. */
function isFixed(query: ts.Expression, tree: ts.SourceFile): boolean {
  const own = namesAround(query, tree);
  return partsOf(query)
    .flatMap((part) => [part, ...descendants(part)])
    .filter(ts.isIdentifier)
    .filter(({ parent }) => !ts.isPropertyAssignment(parent))
    .every(({ text }) => !own.has(text));
}

function namesAround(node: ts.Node, tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (let around = node.parent; around !== tree; around = around.parent) {
    if (!ts.isFunctionLike(around)) continue;
    for (const inside of descendants(around)) {
      const declares =
        ts.isParameter(inside) || ts.isVariableDeclaration(inside) || ts.isBindingElement(inside);
      if (declares && ts.isIdentifier(inside.name)) names.add(inside.name.text);
    }
  }
  return names;
}
