// The text of a file, piece by piece: the memory that it takes is a piece's, however large the file is.
import { UnreadFile } from './file-trouble.ts';

/** What a `File` is of it. */
export type Source = { size: number; stream: () => ReadableStream<Uint8Array> };
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type TextPiece = { text: string; bytes: number };

const PIECE = 256 * 1024;

/** Of whatever encoding it says to be, and else as it should be. */
export const encodingOf = ([first, second]: readonly number[]): Encoding =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** Thrown where a file isn't in UTF-8 after all: it is read anew, in Windows' own encoding. */
export class NotUtf8 extends Error {}

/** Every end of a line is one sign, whatever it was, also where a file mixes them. @param onBytes is given what was read, before it is text */
export async function* textOf(
  source: Source,
  encoding: Encoding,
  onBytes: (bytes: Uint8Array) => void = () => undefined,
): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const ends = new LineEnds();
  let text = '';
  let bytes = 0;
  let isWide = false;
  for await (const chunk of chunksOf(source)) {
    onBytes(chunk);
    bytes += chunk.length;
    text += ends.plain(utf8Or(() => decoder.decode(chunk, { stream: true })));
    if (text.length < PIECE) continue;
    isWide ||= WIDE.test(text);
    yield { text: textOnly(text), bytes };
    text = '';
  }
  const rest = ends.plain(endOf(decoder, isWide || WIDE.test(text)));
  yield { text: textOnly(text + rest + ends.last()), bytes };
}

/** A pair of signs may be cut in two by a chunk. */
class LineEnds {
  #held = '';

  plain(text: string): string {
    const all = this.#held + text;
    this.#held = all.endsWith('\r') ? '\r' : '';
    return all.slice(0, all.length - this.#held.length).replaceAll(/\r\n?/g, '\n');
  }

  last(): string {
    return this.#held && '\n';
  }
}

const WIDE = /[^\0-\u007F]/;

/** A sign that is cut in half at the end is a file that was cut, where signs before it are whole. */
function endOf(decoder: TextDecoder, isWide: boolean): string {
  try {
    return decoder.decode();
  } catch (error) {
    if (error instanceof TypeError && isWide) return '\uFFFD';
    throw error instanceof TypeError ? new NotUtf8() : error;
  }
}

function utf8Or(decode: () => string): string {
  try {
    return decode();
  } catch (error) {
    throw error instanceof TypeError ? new NotUtf8() : error;
  }
}

/** A spreadsheet's own file, a picture: no text has such signs. */
function textOnly(text: string): string {
  if (text.includes('\0')) throw new UnreadFile('not-text');
  return text;
}

export async function* chunksOf(source: Source): AsyncGenerator<Uint8Array> {
  const reader = source.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
