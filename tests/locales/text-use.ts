// Which texts of app/locales the app uses, and which sentences stand in its code instead. By TypeScript's own reading.
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LOCALES = path.join(ROOT, 'app/locales');
const ENGLISH = path.join(LOCALES, 'en');

export type TextUse = {
  /** Every text of the English files, e.g. `settings.problems.comma`. */
  keys: string[];
  unused: string[];
  /** `app/ui/home.tsx:12: Members` */
  sentences: string[];
};

export function readTextUse(): TextUse {
  const program = openApp();
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${ROOT}/app/`));
  const code = files.filter(({ fileName }) => !fileName.startsWith(LOCALES));
  const screens = code.filter(({ fileName }) => /\/app\/(ui|routes|root)/.test(fileName));
  const keys = new Map(
    files.filter(({ fileName }) => fileName.startsWith(ENGLISH)).flatMap((file) => keysOf(file)),
  );
  const used = usedNodes(code, program.getTypeChecker());
  const unused = [...keys].filter(([, node]) => !used.has(node)).map(([key]) => key);
  return { keys: [...keys.keys()], unused, sentences: screens.flatMap(sentencesIn) };
}

function openApp(): ts.Program {
  const file = path.join(ROOT, 'tsconfig.json');
  const read: unknown = ts.readConfigFile(file, (name) => ts.sys.readFile(name)).config;
  const parsed = ts.parseJsonConfigFileContent({ ...(read as object), include: ['app'] }, ts.sys, ROOT);
  return ts.createProgram(parsed.fileNames, parsed.options);
}

/** The leaves of the exported object of one part, by the part's name. */
function keysOf(file: ts.SourceFile): [string, ts.Node][] {
  const part = path.basename(file.fileName, '.ts');
  const found: [string, ts.Node][] = [];
  const walk = (node: ts.Node, name: string) => {
    if (ts.isPropertyAssignment(node)) {
      const own = `${name}.${node.name.getText(file)}`;
      if (ts.isObjectLiteralExpression(node.initializer)) walk(node.initializer, own);
      else found.push([own, node]);
    } else ts.forEachChild(node, (child) => walk(child, name));
  };
  walk(file, part);
  return found;
}

/** Declarations of all properties that the code reads: `a.b`, `a['b']`, `a[key]` by the key's type, `const {b} = a`. */
function usedNodes(files: ts.SourceFile[], checker: ts.TypeChecker): Set<ts.Node> {
  const used = new Set<ts.Node>();
  const use = (symbol: ts.Symbol | undefined) => symbol?.declarations?.forEach((node) => used.add(node));
  const useNamed = (type: ts.Type, names: string[]) =>
    names.forEach((name) => use(checker.getPropertyOfType(type, name)));
  const walk = (node: ts.Node) => {
    if (ts.isPropertyAccessExpression(node)) use(checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) {
      const key = checker.getTypeAtLocation(node.argumentExpression);
      useNamed(checker.getTypeAtLocation(node.expression), literalsOf(key));
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText();
      useNamed(checker.getTypeAtLocation(node.parent), [name]);
    }
    ts.forEachChild(node, walk);
  };
  files.forEach(walk);
  return used;
}

function literalsOf(type: ts.Type): string[] {
  const types = type.isUnion() ? type.types : [type];
  return types.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
}

/** Props and properties whose value a person reads. */
const SPOKEN =
  /^(title|subtitle|label|placeholder|helpText|content|heading|message|description|alt|aria-label|accessibilityLabel|prefix|suffix)$/;
const SPEAKS = /\p{L}{2}/u;
/** The product's name is the same in every language. */
const NAME = 'Sixth';

function sentencesIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node) => {
    const said = spokenBy(node);
    if (said !== null && said !== NAME && SPEAKS.test(said)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`${path.relative(ROOT, file.fileName)}:${line + 1}: ${said.trim()}`);
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

function spokenBy(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return literal(node.expression);
  if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText())) {
    // What `<meta>` holds is for machines.
    if (node.parent.parent.tagName.getText() === 'meta') return null;
    const { initializer } = node;
    return literal(initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer);
  }
  if (ts.isPropertyAssignment(node) && SPOKEN.test(node.name.getText())) return literal(node.initializer);
  return null;
}

/** What a literal says itself, without what is put into it. */
function literal(node: ts.Node | undefined): string | null {
  if (!node) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ');
}
