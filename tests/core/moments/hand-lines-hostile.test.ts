// A list of customers as files of other programs have it: cells that are empty, quoted, of several lines, or hold what parts others.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHandLines } from '#app/core/moments/hand-lines.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const written = (cell: string, mark: string) =>
  cell.includes(mark) || /["\r\n]/.test(cell) || cell !== cell.trim() ? quoted(cell) : cell;

/** Cells of other columns; lone halves of signs come from no file. */
const anyCell = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    'Anna, Lena',
    'say "hi"',
    'two\nlines',
    'a;b',
    '"',
    '""',
    'a\tb',
    '=1+1',
    '9001',
    'x@y.example, z',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const anEmail = fc
  .tuple(fc.constantFrom('a', "o'brien", 'a+b', 'ä.ö', 'a*', 'or', 'x"y'), fc.nat(9_999))
  .map(([name, nr]) => `${name}${nr}@b.example`);

describe('C157 a list out of a file', () => {
  it('names whom its column names, whatever the other columns hold', () => {
    const list = fc.record({
      mark: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      before: fc.nat(3),
      rows: fc.uniqueArray(fc.tuple(anEmail, fc.array(anyCell, { minLength: 5, maxLength: 5 })), {
        minLength: 1,
        maxLength: 8,
        selector: ([email]) => email.toLowerCase(),
      }),
    });
    fc.assert(
      fc.property(list, ({ mark, end, before, rows }) => {
        const place = <T>(cells: readonly T[], own: T) => [
          ...cells.slice(0, before),
          own,
          ...cells.slice(before),
        ];
        const head = place(['First', 'Last', 'Note', 'City', 'Zip'], 'Email');
        const lines = rows.map(([email, cells]) => place(cells, email).map((cell) => written(cell, mark)));
        const text = [head, ...lines].map((cells) => cells.join(mark)).join(end);
        const read = readHandLines(text);
        expect(read).toEqual({
          customerIds: [],
          emails: rows.map(([email]) => email.toLowerCase()),
          twice: 0,
          unread: [],
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an empty first cell', 'First,Last,Email\n,,a@b.example'],
    ['two of them in quotes', 'Note,Email\n"say ""hi""",a@b.example'],
    ['a cell of two lines', 'Note,Email\n"9001\n9002",a@b.example'],
    ['a mark of another file in a cell', 'Note,Email\nred; blue,a@b.example'],
    ['a head in quotes', '"Note";"Email"\r\n"x";"A@b.example"\r\n'],
    ['a quotation mark of an inch', 'Note,Email\n5" wide,a@b.example'],
    ['text behind a quoted part', 'Note,Email\n"5" wide,a@b.example'],
    ['a quotation mark without its end', 'Email\n"a@b.example'],
  ])('%s moves nothing', (_, text) => {
    expect(readHandLines(text)).toEqual({ customerIds: [], emails: ['a@b.example'], twice: 0, unread: [] });
  });

  it('never reads a number that is no ID', () => {
    const wrong = [
      '-1',
      '0',
      '007',
      '1e3',
      '1.5',
      '+5',
      '9223372036854775808',
      '９００１',
      '1 2',
      '0x1',
      'gid://shopify/Order/1',
    ];
    expect(readHandLines(wrong.join('\n'))).toEqual({ customerIds: [], emails: [], twice: 0, unread: wrong });
  });

  it('reads any text, and loses no line of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { customerIds, emails, twice, unread } = readHandLines(text);
        for (const id of customerIds) expect(id).toMatch(/^[1-9]\d{0,17}$/);
        for (const email of emails) expect(email).toMatch(/^[^\s@]+@[^\s@]+$/);
        expect(new Set([...customerIds, ...emails]).size).toBe(customerIds.length + emails.length);
        if (text.trim() === '') expect(twice + unread.length).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('of a million quotation marks is read at once', () => {
    const { unread } = readHandLines(`${'"'.repeat(1_000_001)}\n9001`);
    expect(unread.length).toBeLessThan(3);
  });
});
