// Files as merchants have them: encodings, what parts cells, quotes, halves; read in pieces as if they were whole.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import { MOST_ROWS } from '#app/core/moving-in/moving-step.ts';
import { datesInFile } from '#app/ui/moving-in/reading/dates-in-file.ts';
import { UnreadFile } from '#app/ui/moving-in/reading/file-trouble.ts';
import { lookAtFile } from '#app/ui/moving-in/reading/look-at-file.ts';
import { movedRowsOf } from '#app/ui/moving-in/reading/moved-rows-of.ts';
import type { Source } from '#app/ui/moving-in/reading/text-of.ts';

const TODAY = '2026-11-27';
const quiet = () => undefined;

/** A file that comes in chunks of so many bytes. */
function inChunks(bytes: Uint8Array, size: number): Source {
  const stream = () => {
    let at = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) controller.close();
        else controller.enqueue(bytes.slice(at, (at += size)));
      },
    });
  };
  return { size: bytes.length, stream };
}

async function troubleOf(source: Source) {
  try {
    await lookAtFile(source, quiet);
  } catch (error) {
    if (error instanceof UnreadFile) return error.trouble;
    throw error;
  }
  return null;
}

async function rowsIn(source: Source) {
  const { how, head } = await lookAtFile(source, quiet);
  const wanted = { how, isHead: head.isHead, by: 'email', dates: 'mdy', today: TODAY } as const;
  const fields = ['email', 'points', 'birthday'] as const;
  const all: MovedRow[] = [];
  for await (const rows of movedRowsOf(source, { ...wanted, fields })) all.push(...rows);
  return all;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const oneByte = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));

describe('C136 a file', () => {
  const text = 'email,points,birthday\nzoé@example.com,5,\n';

  it.each([
    ['UTF-8 with a mark', utf8(`\uFEFF${text}`)],
    ['UTF-8', utf8(text)],
    ['Windows’ own', oneByte(text)],
    ['sixteen bits', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['sixteen bits the other way', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())],
  ])('is read in %s, one byte at a time too', async (_, bytes) => {
    for (const source of [new Blob([bytes]), inChunks(bytes, 1)])
      expect(await rowsIn(source)).toMatchObject([
        { line: 2, who: 'zoé@example.com', points: 5, problem: null },
      ]);
  });

  it.each([',', ';', '\t', '|'])('parts cells with “%s”', async (sign) => {
    const rows = [`email${sign}points`, `a@b.c${sign}5`, '', `"d""e@f.g"${sign}"6"`];
    const { names, sample, rows: count } = await lookAtFile(new Blob([rows.join('\r\n')]), quiet);
    expect({ names, sample, count }).toEqual({
      names: ['email', 'points'],
      sample: [
        ['a@b.c', '5'],
        ['d"e@f.g', '6'],
      ],
      count: 2,
    });
  });

  it('has cells that span lines, and empty rows that count as rows', async () => {
    const rows = await rowsIn(new Blob(['email,points,birthday\n"a\nb@c.d",5,\n\n , ,\na@b.c,6,\n']));
    expect(rows).toMatchObject([
      { line: 2, problem: 'who' },
      { line: 5, who: 'a@b.c', points: 6 },
    ]);
  });

  it('names each bad row: formulas, commas that spill, half a row, nobody, points in two ways', async () => {
    const bad = ['=1+1@x,=A1,', 'a@b.c,52,620,', '"a@b.c"', ',5,', 'a@b.c,1.234,', 'a@b.c,-40,1004-05-03'];
    const rows = await rowsIn(new Blob([['email,points,birthday', ...bad].join('\n')]));
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'points'],
      [3, 'spills'],
      [4, 'half'],
      [5, 'who'],
      [6, 'points-unclear'],
      [7, null],
    ]);
    expect(rows.at(-1)).toMatchObject({ points: -40, birthday: { month: 5, day: 3, year: null } });
  });

  it('without a head is read from its first row on', async () => {
    const rows = await rowsIn(new Blob(['anna@example.com,40,\nbert@example.com,50,\n']));
    expect(rows.map(({ line, points }) => [line, points])).toEqual([
      [1, 40],
      [2, 50],
    ]);
  });

  it('that was cut in the middle of a sign is read as far as it goes', async () => {
    const cut = utf8('email,points,birthday\nzoé@example.com,5,\nrené').slice(0, -1);
    expect(await rowsIn(new Blob([cut]))).toMatchObject([
      { who: 'zoé@example.com', problem: null },
      { line: 3, problem: 'half' },
    ]);
  });
});

describe('C136 what keeps a file from being read', () => {
  it.each([
    ['nothing in it', '', { why: 'empty' }],
    ['a head alone', 'email,points\n', { why: 'empty' }],
    ['a quotation mark without an end', 'email,points\na@b.c,5\n"a@b.c,5\n', { why: 'broken', count: 3 }],
    ['a quotation mark inside', 'email,points\n"a"b@b.c,5\n', { why: 'broken', count: 2 }],
    ['half, within quotes', 'email,points\n"a@b.c","5"\n"d@e.f","', { why: 'broken', count: 3 }],
    ['one column too many, by far', `email${',x'.repeat(600)}\na@b.c`, { why: 'too-wide', count: 601 }],
    ['a sheet’s own file', 'PK\u0003\u0004\u0000\u0000\u0008', { why: 'not-text' }],
    [
      'what happened instead of balances',
      'email,points_amount,source,applied_at\na@b.c,5,x,y',
      { why: 'history' },
    ],
  ])('%s', async (_, text, trouble) => {
    expect(await troubleOf(new Blob([text]))).toMatchObject(trouble);
  });

  it('a quotation mark that takes in all that follows, however much that is', async () => {
    const text = `email,points\n"a@b.c,5\n${'d@e.f,6\n'.repeat(500_000)}`;
    expect(await troubleOf(inChunks(utf8(text), 65_536))).toEqual({ why: 'broken', count: 2 });
  });

  it('as many rows as may be are read, and one more is refused', async () => {
    const head = 'email,points\n';
    const { rows } = await lookAtFile(new Blob([head, 'a@b.c,5\n'.repeat(MOST_ROWS)]), quiet);
    expect(rows).toBe(MOST_ROWS);
    const more = await troubleOf(new Blob([head, 'a@b.c,5\n'.repeat(MOST_ROWS + 1)]));
    expect(more).toEqual({ why: 'too-many', count: MOST_ROWS + 1 });
  });

  it('too many rows are told once so many were seen, by what the file’s size says of the rest', async () => {
    const line = utf8('guest-of-the-house@example.com,500\n');
    const chunk = utf8('guest-of-the-house@example.com,500\n'.repeat(2_000));
    const size = 2 * 1024 ** 3;
    let read = 0;
    const stream = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          read += chunk.length;
          controller.enqueue(chunk);
        },
      });
    const trouble = await troubleOf({ size, stream });
    expect(trouble?.why).toBe('too-many');
    expect(Math.abs(trouble!.count / (size / line.length) - 1)).toBeLessThan(0.1);
    expect(read).toBeLessThan(size / 100);
  });
});

describe('C136 read in pieces', () => {
  const cell = fc.oneof(fc.constantFrom('', 'a@b.c', '"', '""', 'x\ny', 'é', '€,', '5', ' '), fc.string());
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });

  it('is what it is read whole', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (some, newline) => {
        const rows = some.map((cells) => cells.map((text) => text.replaceAll(/[\0\r\uD800-\uDFFF]/g, '')));
        const many = Array.from({ length: Math.ceil(20_000 / rows.length) }, () => rows).flat();
        const text = Papa.unparse([['email', 'points', 'name'], ...many], { newline, quotes: true });
        const bytes = utf8(text);
        const read = await lookAtFile(inChunks(bytes, 10_007), quiet);
        const whole = many.filter((cells) => cells.some((of) => of.trim() !== ''));
        expect(read.rows).toBe(whole.length);
        expect(read.sample).toEqual(whole.slice(0, 3));
      }),
      { numRuns: 15 },
    );
  });

  it('finds the dates of a column, and the rows whose date is none', async () => {
    const source = new Blob(['email,points,born\na@b.c,5,13/02/1990\n\nd@e.f,6,soon\n']);
    const { how, head } = await lookAtFile(source, quiet);
    const wanted = { how, isHead: head.isHead, places: [2], today: TODAY };
    const { readings, cells } = await datesInFile(source, wanted, quiet);
    expect(cells).toBe(2);
    expect(readings.dmy).toMatchObject({ read: 1, unreadLines: [4] });
  });
});
