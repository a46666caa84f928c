// Files that no loyalty app writes: each row is read rightly or named, and what is no file of members is refused in plain words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadFile } from '#app/ui/moving-in/reading/file-trouble.ts';
import { lookAtFile } from '#app/ui/moving-in/reading/look-at-file.ts';
import { readMovingText } from '#tests/support/read-moving-text.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function troubleOf(bytes: Uint8Array<ArrayBuffer> | string) {
  try {
    await lookAtFile(new Blob([bytes]), () => undefined);
  } catch (error) {
    if (error instanceof UnreadFile) return error.trouble.why;
    throw error;
  }
  return null;
}

/** `address points problem`, a row each. */
async function read(text: string): Promise<string[]> {
  const { rows } = await readMovingText(text);
  return rows.map(({ who, points, problem }) => `${who} ${points}${problem === null ? '' : ` ${problem}`}`);
}

describe('C136 ends of lines', () => {
  const rows = ['email,points', 'a@b.c,5', 'd@e.f,6', 'g@h.i,7'];
  const read3 = ['a@b.c 5', 'd@e.f 6', 'g@h.i 7'];

  it.each([
    ['CR alone', ['\r', '\r', '\r', '\r']],
    ['CRLF after the head, LF after the rest', ['\r\n', '\n', '\n', '\n']],
    ['LF after the head, CRLF after the rest', ['\n', '\r\n', '\r\n', '\r\n']],
    ['CR in the middle', ['\r\n', '\r', '\r\n', '\r\n']],
    ['all three, none at the end', ['\r', '\n', '\r\n', '']],
  ])('%s', async (_what, ends) => {
    expect(await read(rows.map((row, nr) => row + ends[nr]!).join(''))).toEqual(read3);
  });

  it('in any mixture, cut anywhere, rows and their numbers are the same', async () => {
    const end = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(end, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        async (ends, size) => {
          const text = ends
            .map((sign, nr) => (nr === 0 ? 'email,points' : `a${nr}@b.c,${nr}`) + sign)
            .join('');
          const bytes = bytesOf(text);
          const stream = () => {
            let at = 0;
            return new ReadableStream<Uint8Array>({
              pull(controller) {
                if (at >= bytes.length) controller.close();
                else controller.enqueue(bytes.slice(at, (at += size)));
              },
            });
          };
          const look = await lookAtFile({ size: bytes.length, stream }, () => undefined);
          expect(look.rows).toBe(ends.length - 1);
          expect((await readMovingText(text)).rows.map(({ line }) => line)).toEqual(
            ends.slice(1).map((_, nr) => nr + 2),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('C136 numbers that aren’t', () => {
  it.each([
    '1e5',
    '0x10',
    '٥٠',
    '５０',
    '−5',
    '(5)',
    '5 pts',
    '€5',
    '1.234.567',
    'NaN',
    'Infinity',
    '--5',
    '1,5',
    "'5",
  ])('“%s” is named, and never taken for another number', async (points) => {
    expect(await read(`email,points\na@b.c,"${points}"\nd@e.f,6`)).toEqual(['a@b.c 0 points', 'd@e.f 6']);
  });

  it('at their limits are taken, and one beyond is named', async () => {
    expect(await read('email,points\na@b.c,1000000000\nd@e.f,-1000000000\ng@h.i,1000000001')).toEqual([
      'a@b.c 1000000000',
      'd@e.f -1000000000',
      'g@h.i 0 points',
    ]);
  });
});

describe('C136 whom rows are about', () => {
  it('an accent in two signs is the accent in one, as Shopify has it', async () => {
    expect(await read('email,points\nzoe\u0301@example.com,5')).toEqual(['zo\u00e9@example.com 5']);
  });

  it('a second head, formulas and rows that end early are named, each by its own row', async () => {
    const text = 'email,points\na@b.c,5\nemail,points\n=HYPERLINK(1),=1+1\nd@e.f\n@SUM(A1),6\ng@h.i,7';
    expect(await read(text)).toEqual([
      'a@b.c 5',
      ' 0 points',
      ' 0 points',
      'd@e.f 0 half',
      ' 6 who',
      'g@h.i 7',
    ]);
  });

  it('dots of an address are part of it: whether two are one person Shopify alone knows', async () => {
    expect(await read('email,points\na.b@gmail.com,5\nab@gmail.com,6')).toEqual([
      'a.b@gmail.com 5',
      'ab@gmail.com 6',
    ]);
  });
});

describe('C136 what is no file of members', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    [
      'a ZIP, or a sheet’s own file',
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0, 0xff, 0xfe]),
      'not-text',
    ],
    ['zeros', new Uint8Array(2_000_000), 'not-text'],
    ['a zero in one cell', 'email,points\na@b.c,5\0\n', 'not-text'],
    [
      'sixteen bits that don’t say so',
      new Uint8Array(Buffer.from('email,points\na@b.c,5\n', 'utf16le')),
      'not-text',
    ],
    ['one cell of ten million signs', `email,points\n${'x'.repeat(10_000_000)},5\n`, 'broken'],
    ['one row of a hundred thousand cells', `email${',x'.repeat(100_000)}\na@b.c`, 'too-wide'],
    ['line ends alone', '\r\n'.repeat(300_000), 'empty'],
    ['a mark alone', '\uFEFF', 'empty'],
  ])('%s', async (_what, bytes, why) => {
    expect(await troubleOf(bytes)).toBe(why);
  });
});
