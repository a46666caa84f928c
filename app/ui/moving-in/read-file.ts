// A file as a merchant has it: of whatever encoding, with whatever between its cells.
import Papa from 'papaparse';
import { MOST_ROWS } from '#app/core/moving-in/moving-step.ts';

export type FileText = { head: string[]; rows: string[][] };
/** A key of `texts.movingIn.file`. */
export type FileProblem = 'empty' | 'broken' | 'too-many' | 'too-large';

/** Windows' own encoding where it isn't what it should be. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}

export function parsedFile(text: string): FileText | FileProblem {
  const { data, errors } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  if (errors.some(({ type }) => type === 'Quotes')) return 'broken';
  const [head, ...rows] = data;
  if (!head || rows.length === 0) return 'empty';
  return rows.length > MOST_ROWS ? 'too-many' : { head, rows };
}
