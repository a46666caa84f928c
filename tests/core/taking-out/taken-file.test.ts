// When a file counts as whole.
import { describe, expect, it } from 'vitest';
import { END_BYTES, fileName, isWhole } from '#app/core/taking-out/taken-file.ts';

const END = '{"of":"end","rows":1000000,"endedAt":"2026-11-27T12:00:00.000Z"}\n';

describe('a file of lines', () => {
  it('is whole with its last line', () => {
    expect(END.length).toBeLessThan(END_BYTES);
    expect(isWhole(`ut off by the size","of":"entries"}\n${END}`, 'jsonl')).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a row', '{"of":"entries","note":"x"}\n'],
    ['half the last line', END.slice(0, 30)],
    ['the last line without its end', END.trimEnd()],
    ['a row that bears the words', `{"of":"adjustments","reason":${JSON.stringify(END)}}\n`],
  ])('isn’t with %s', (_what, end) => {
    expect(isWhole(end, 'jsonl')).toBe(false);
  });
});

it('a spreadsheet is whole as it came, and files have names', () => {
  expect(isWhole('', 'csv')).toBe(true);
  expect(fileName({ name: 'everything', form: 'jsonl' })).toBe('sixth-everything.jsonl');
});
