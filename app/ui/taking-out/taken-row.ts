// A row of a table as a spreadsheet has it: numbers as numbers, words for yes and no that programs read.

export type Cell = string | number | { json: string };
type Column = { name: string; kind: string };

const CELLS: Readonly<Record<string, (text: string) => Cell>> = {
  number: Number,
  yes: (text) => (text === 'true' ? 'yes' : 'no'),
  json: (json) => ({ json }),
};

export const takenHead = (columns: readonly Column[]): string[] => columns.map(({ name }) => name);

export const takenRow = (row: readonly (string | null)[], columns: readonly Column[]): Cell[] =>
  columns.map(({ kind }, nr) => {
    const text = row[nr] ?? null;
    return text === null ? '' : (CELLS[kind]?.(text) ?? text);
  });
