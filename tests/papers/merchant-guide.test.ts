// The guide that merchants read in the app: complete in both languages, and no link of it leads nowhere.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { GUIDE_PAGES } from '#app/core/help/guide-pages.ts';
import type { GuideBlock, GuideInline } from '#app/core/help/guide-text.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { guidePageFor } from '#app/ui/help/guide-page-for.ts';
import { parseGuideText } from '#app/usecases/help/parse-guide-text.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../app/docs/merchant');
const ROUTES = path.resolve(import.meta.dirname, '../../app/routes');

const parsed = (language: Language, page: string) =>
  parseGuideText(readFileSync(path.join(FOLDER, language, `${page}.md`), 'utf8'));

const shapeOf = (block: GuideBlock): string => {
  switch (block.kind) {
    case 'heading':
      return `heading ${block.level}`;
    case 'list':
      return `list of ${block.items.length}`;
    case 'table':
      return `table of ${block.rows.length}`;
    case 'paragraph':
    case 'picture':
      return block.kind;
  }
};

const inlinesOf = (block: GuideBlock): GuideInline[] => {
  if (block.kind === 'paragraph') return block.parts;
  if (block.kind === 'list') return block.items.flat();
  return block.kind === 'table' ? block.rows.flat(2) : [];
};

const idsOf = (blocks: readonly GuideBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));

test.each(LANGUAGES)('the folder has every page, and no other (%s)', (language) => {
  const files = readdirSync(path.join(FOLDER, language)).map((file) => file.replace(/\.md$/, ''));
  expect(files.sort()).toEqual([...GUIDE_PAGES].sort());
});

describe.each(GUIDE_PAGES)('%s', (page) => {
  it('says the same in both languages: heading by heading, list by list', () => {
    const [en, fr] = LANGUAGES.map((language) => parsed(language, page).blocks.map(shapeOf));
    expect(fr).toEqual(en);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const { title, blocks } = parsed(language, page);

    it('has the title by which the others link to it', () => {
      expect(title).toBe(textsOf(language).help.pages[page]);
    });

    it('links to pages and headings that are there', () => {
      const links = blocks.flatMap(inlinesOf).flatMap((part) => (part.kind === 'link' ? [part.to] : []));
      const broken = links.filter((link) => {
        const [, to = '', anchor] = /^\/app\/help\/([a-z-]+)(?:#(.+))?$/.exec(link) ?? [];
        if (!GUIDE_PAGES.some((one) => one === to)) return true;
        return anchor !== undefined && !idsOf(parsed(language, to).blocks).includes(anchor);
      });
      expect(broken).toEqual([]);
    });

    it('names each heading once, and shows pictures that are there', () => {
      const ids = idsOf(blocks);
      expect(new Set(ids).size).toBe(ids.length);
      const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []));
      expect(pictures.filter(({ says }) => says === '')).toEqual([]);
      const missing = pictures.filter(({ file }) => !existsSync(path.join(FOLDER, 'pictures', file)));
      expect(missing).toEqual([]);
    });
  });
});

test('HTML, code and whatever else no screen would show is refused', () => {
  expect(() => parseGuideText('# A\n\n<b>bold</b>')).toThrow("can't show this yet");
  expect(() => parseGuideText('# A\n\n```\ncode\n```')).toThrow("can't show this yet");
  expect(() => parseGuideText('No title.')).toThrow('begins with its title');
});

test('what’s new is dated, the newest on top', () => {
  const dates = parsed('en', 'whats-new').blocks.flatMap((block) =>
    block.kind === 'heading' ? [new Date(`${block.text} UTC`).getTime()] : [],
  );
  expect(dates.length).toBeGreaterThan(1);
  expect(dates.filter(Number.isNaN)).toEqual([]);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
});

test('each page of the admin leads to the page that explains it; the guide itself to none', () => {
  const pages = readdirSync(ROUTES)
    .filter((file) => file.startsWith('app.') && file.endsWith('.tsx') && file !== 'app.tsx')
    .map(
      (file) =>
        `/${file
          .replace(/\.tsx$/, '')
          .replace(/\._index$/, '')
          .replaceAll('.', '/')}`,
    )
    .map((address) => address.replace('$id', '1').replace('($page)', 'start'));
  const explained = Object.fromEntries(pages.map((address) => [address, guidePageFor(address)]));
  expect(explained).toMatchObject({
    '/app': 'start',
    '/app/program': 'program',
    '/app/program/versions': 'program',
    '/app/program/rewards': 'rewards',
    '/app/program/rewards/record': 'rewards',
    '/app/members': 'members',
    '/app/members/1': 'members',
    '/app/members/birthdays': 'birthday',
    '/app/orders': 'trouble',
    '/app/tasks': 'tasks',
    '/app/settings': 'settings',
    '/app/help/start': null,
  });
  expect(Object.values(explained).filter((page) => page === null)).toHaveLength(1);
});
