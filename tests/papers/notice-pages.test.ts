// One page for each kind of notice, with the words of both languages and every field that its trigger sends.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import { NOTICE_KINDS, noticeKind, triggerHandle } from '#app/core/notices/notice-kinds.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../app/docs/notices');

test('S-14 the folder has a page of each kind, and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(NOTICE_KINDS.map((kind) => `${kind}.md`).sort());
});

it.each(NOTICE_KINDS)('S-14 %s: both languages, and the fields that come', (kind) => {
  const text = readFileSync(path.join(FOLDER, `${kind}.md`), 'utf8');
  const { fields, ofOrder } = noticeKind(kind);
  expect(text).toContain(`\`${triggerHandle(kind)}\``);
  expect(text).toMatch(/^## English$[^]+^## Français$/m);
  const wanted = ['Customer', ...(ofOrder ? ['Order'] : []), ...fields];
  const rows = [...text.matchAll(/^\| ([A-Z][A-Za-z ]*?) +\|/gm)].map(([, name]) => name);
  expect(rows).toEqual(wanted);
  const named = [...text.matchAll(/\[([A-Za-z ]+)\](?!\()/g)].map(([, name = '']) => name);
  expect(named.filter((name) => name !== 'Order name' && !wanted.includes(name))).toEqual([]);
});
