import type { TakenName } from './taken-names.ts';

/** The files: a table in either form, or everything as one file of lines. */
export type TakenForm = 'csv' | 'jsonl';
export type TakenFile = { name: TakenName | 'everything'; form: TakenForm };

export const fileName = ({ name, form }: TakenFile): string => `sixth-${name}.${form}`;

/** So many bytes of a file's end bear its last line whole. */
export const END_BYTES = 200;

/** Whether the text at a file's end says that the file is whole. Lines of JSON say so; a spreadsheet can't. */
export function isWhole(end: string, form: TakenForm): boolean {
  if (form === 'csv') return true;
  const last = end.trimEnd().split('\n').at(-1) ?? '';
  return /^\{"of":"end","rows":\d+,/.test(last) && end.endsWith('\n');
}
