// Files as merchants have them: encodings, what parts cells, quotes.
import { describe, expect, it } from 'vitest';
import { decoded, parsedFile } from '#app/ui/moving-in/read-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('C136 a file', () => {
  it('is read in whichever encoding', () => {
    const text = 'email,points\nzoé@example.com,5\n';
    expect(decoded(utf8(`\uFEFF${text}`))).toBe(text);
    expect(decoded(utf8(text))).toBe(text);
    expect(decoded(Uint8Array.from([...text].map((sign) => sign.charCodeAt(0))))).toBe(text);
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(decoded(wide)).toBe(text);
  });

  it.each([',', ';', '\t', '|'])('parts cells with “%s”', (sign) => {
    const text = [`email${sign}points`, `a@b.c${sign}5`, '', `"d""e@f.g"${sign}"6"`].join('\r\n');
    expect(parsedFile(text)).toEqual({
      head: ['email', 'points'],
      rows: [
        ['a@b.c', '5'],
        ['d"e@f.g', '6'],
      ],
    });
  });

  it('has cells that span lines', () => {
    expect(parsedFile('email,points\n"a\nb",5')).toEqual({
      head: ['email', 'points'],
      rows: [['a\nb', '5']],
    });
  });

  it.each([
    ['', 'empty'],
    ['email,points\n', 'empty'],
    ['email,points\n"a@b.c,5\n', 'broken'],
    [`email,points\n${'a@b.c,5\n'.repeat(100_001)}`, 'too-many'],
  ])('says what keeps it from being read', (text, problem) => {
    expect(parsedFile(text)).toBe(problem);
  });
});
