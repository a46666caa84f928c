// A file looked at once, from its beginning to its end: how it is written, its head, its first rows, how many there are.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readHead, type MovedHead } from '#app/core/moving-in/layouts.ts';
import { MOST_ROWS } from '#app/core/moving-in/moving-step.ts';
import { UnreadFile } from './file-trouble.ts';
import { rowsOf, type HowRead } from './rows-of.ts';
import { chunksOf, encodingOf, NotUtf8, type Encoding, type Source } from './text-of.ts';

export type FileLook = {
  how: HowRead;
  head: MovedHead;
  /** Of its columns; numbers stand for names where it has none. */
  names: string[];
  /** The first three rows. */
  sample: string[][];
  /** Without the head. */
  rows: number;
  /** Of its bytes, in hex. */
  hash: string;
};
type Told = (bytes: number) => void;

const SAMPLE = 3;
const MOST_COLUMNS = 500;

/** @throws UnreadFile with what keeps it from being read */
export async function lookAtFile(source: Source, told: Told): Promise<FileLook> {
  const encoding = await encodingOfSource(source);
  try {
    return await look(source, encoding, told);
  } catch (error) {
    if (error instanceof NotUtf8) return look(source, 'windows-1252', told);
    throw error;
  }
}

async function encodingOfSource(source: Source): Promise<Encoding> {
  const first: number[] = [];
  for await (const chunk of chunksOf(source)) {
    first.push(...chunk.slice(0, 2));
    if (first.length > 1) break;
  }
  return encodingOf(first);
}

async function look(source: Source, encoding: Encoding, told: Told): Promise<FileLook> {
  const hash = sha256.create();
  const first: string[][] = [];
  let count = 0;
  let how: HowRead = { encoding, delimiter: ',' };
  for await (const piece of rowsOf(source, encoding, undefined, (bytes) => hash.update(bytes))) {
    for (const { cells } of piece.rows) if (first.length <= SAMPLE) first.push(cells);
    if ((first[0]?.length ?? 0) > MOST_COLUMNS) throw new UnreadFile('too-wide', first[0]?.length);
    count += piece.rows.length;
    how = piece.how;
    // A head is one more; a file without is refused a row too late.
    if (count > MOST_ROWS + 1) throw new UnreadFile('too-many', inAll(count - 1, piece.bytes, source.size));
    told(piece.bytes);
  }
  return { how, ...headOf(first, count), hash: bytesToHex(hash.digest()) };
}

/** By what was read of it: nobody waits for two gigabytes to be told that they are too many. */
const inAll = (rows: number, bytes: number, size: number) => Math.round((rows / bytes) * size);

function headOf(first: readonly string[][], count: number): Omit<FileLook, 'how' | 'hash'> {
  const [names = []] = first;
  const head = readHead(names);
  const rows = head.isHead ? count - 1 : count;
  if (rows < 1) throw new UnreadFile('empty');
  if (rows > MOST_ROWS) throw new UnreadFile('too-many', rows);
  if (head.isHistory) throw new UnreadFile('history');
  const sample = head.isHead ? first.slice(1) : first.slice(0, SAMPLE);
  return { head, names: head.isHead ? names : names.map((_, nr) => String(nr + 1)), sample, rows };
}
