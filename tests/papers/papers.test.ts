// What a newcomer reads first points at files that are there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PAPERS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'];
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const exists = (file: string) => existsSync(path.join(ROOT, file));

/** `app/usecases/ROOM/VERB-NOUN.ts` stands for a file of the reader's own. */
const isExample = (file: string) => /[A-Z]{2,}/.test(file.replace(/[A-Z]+\.md$/, ''));

describe.each(PAPERS)('%s', (paper) => {
  it('links to what is there', () => {
    const links = [...read(paper).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !exists(link))).toEqual([]);
  });

  it('names files that are there', () => {
    const named = [...read(paper).matchAll(/`((?:app|tests|extensions|prisma)\/[\w./$-]+)`/g)];
    const files = named.map(([, file = '']) => file).filter((file) => !isExample(file));
    expect(files.filter((file) => !exists(file))).toEqual([]);
  });
});

test('the drawing of the architecture walks through files that are there', () => {
  const drawing = /```text\n([\s\S]+?)```/.exec(read('ARCHITECTURE.md'))?.[1] ?? '';
  const stations = [
    ...drawing.matchAll(/(?<![\w/])((?:core|db|usecases|webhooks|routes|jobs)\/[a-z][\w.-]*(?:\/[\w.-]+)*)/g),
  ].map(([, station = '']) => `app/${station}`);
  expect(stations.length).toBeGreaterThan(10);
  const there = (file: string) => ['', '.ts', '.tsx', '.server.ts'].some((end) => exists(`${file}${end}`));
  expect(stations.filter((station) => !there(station))).toEqual([]);
});
