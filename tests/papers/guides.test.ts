// The guides for operators point at what is there, and name every variable of the environment, and no other.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'app/docs');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const guides = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function anchorsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

describe.each(guides)('%s', (guide) => {
  const text = readFileSync(path.join(FOLDER, guide), 'utf8');

  it('links to files and headings that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)]+)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      const [to = '', anchor] = link.split('#');
      const file = to === '' ? path.join(FOLDER, guide) : path.join(FOLDER, to);
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names files and scripts that are there', () => {
    const named = [...text.matchAll(/(?<![\w/.])((?:app|prisma|tests)\/[\w./-]*\w)/g)];
    expect(named.map(([, file = '']) => file).filter((file) => !existsSync(path.join(ROOT, file)))).toEqual(
      [],
    );
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('is in the index', () => {
    if (guide !== 'README.md') expect(read('app/docs/README.md')).toContain(`](${guide})`);
  });
});

/** What the app reads of its environment: the parsed schema, and the level of the log. */
function variablesOfTheApp(): string[] {
  const config = read('app/config.server.ts');
  const parsed = [...config.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name);
  return [...new Set([...parsed, 'LOG_LEVEL'])].sort();
}

test('the guide of operations has a row for every variable of the app, and no other', () => {
  const rows = [...read('app/docs/operations.md').matchAll(/^\| `([A-Z_]+)` +\|/gm)];
  expect(rows.map(([, name = '']) => name).sort()).toEqual(variablesOfTheApp());
});

test('compose gives the processes only variables that the app reads, and the guide names what is compose’s own', () => {
  const compose = read('compose.yaml');
  const given = [...compose.slice(0, compose.indexOf('services:')).matchAll(/^ {4}([A-Z_]+):/gm)];
  const names = given.map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !variablesOfTheApp().includes(name))).toEqual([]);
  const asked = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
  const guide = read('app/docs/operations.md');
  expect(asked.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test('each line of the example’s environment is asked for by compose', () => {
  const wanted = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
  const needed = [...read('compose.yaml').matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = '']) => name);
  expect([...new Set(wanted)].sort()).toEqual([...new Set(needed)].sort());
});
