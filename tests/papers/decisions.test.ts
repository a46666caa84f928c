// The index of decisions says what the records themselves say, and records that name each other agree.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = path.resolve(import.meta.dirname, '../../app/decisions');
const LINK = /\b(superseded by|supersedes|extended by|extends) ((?:\d{3}(?:, | and )?)+)/g;
const OPPOSITE: Readonly<Record<string, string>> = {
  'superseded by': 'supersedes',
  supersedes: 'superseded by',
  'extended by': 'extends',
  extends: 'extended by',
};

type Decision = { file: string; number: string; title: string; date: string; status: string };

function recordOf(file: string): Decision {
  const [heading = '', , dated = ''] = readFileSync(path.join(FOLDER, file), 'utf8').split('\n');
  const [, number = '', title = ''] = /^# (\d{3}) (.+)$/.exec(heading) ?? [];
  const [, date = '', status = ''] =
    /^(\d{4}-\d\d-\d\d) · ((?:in force|superseded by \d{3}).*)$/.exec(dated) ?? [];
  return { file, number, title, date, status };
}

const records = readdirSync(FOLDER)
  .filter((file) => file !== 'README.md')
  .sort()
  .map(recordOf);

const index = readFileSync(path.join(FOLDER, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ['))
  .map((line): Decision => {
    const [, link = '', title = '', date = '', status = ''] = line.split('|').map((cell) => cell.trim());
    const [, number = '', file = ''] = /^\[(\d{3})\]\((.+)\)$/.exec(link) ?? [];
    return { file, number, title, date, status };
  });

test('each record has a number of its own, a title, a date and a status', () => {
  expect(records.length).toBeGreaterThan(20);
  expect(records.filter(({ file, number, date }) => !file.startsWith(`${number}-`) || date === '')).toEqual(
    [],
  );
  expect(new Set(records.map(({ number }) => number)).size).toBe(records.length);
});

test('the index lists every record as it is, and no other', () => {
  expect(index).toEqual(records);
});

test('a record that supersedes or extends another one is named by it', () => {
  const links = records.flatMap(({ number, status }) =>
    [...status.matchAll(LINK)].flatMap(([, how = '', others = '']) =>
      [...others.matchAll(/\d{3}/g)].map(([other]) => ({ number, how, other })),
    ),
  );
  expect(links.length).toBeGreaterThan(0);
  const lonely = links.filter(
    ({ number, how, other }) =>
      !links.some((back) => back.number === other && back.other === number && back.how === OPPOSITE[how]),
  );
  expect(lonely).toEqual([]);
});
