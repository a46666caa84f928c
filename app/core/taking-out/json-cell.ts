// JSON in a cell of a spreadsheet: the same value, in whose words no program finds a formula, however it parts cells.

const STRINGS = /"(?:[^"\\]|\\.)*"/gu;
/** Where a program may begin a cell within a string: at its start, behind what parts cells, and the spaces after either. */
const FORMULA = /(^"\s*|[;,|]\s*|\\[tnr]\s*)([=+\-@＝＋－＠])/gu;

const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Signs that begin a formula as JSON's own escapes, inside strings only: numbers below zero stay numbers. */
export function jsonCell(json: string): string {
  return json.replaceAll(STRINGS, (text) =>
    text.replaceAll(FORMULA, (_, before: string, sign: string) => `${before}${escaped(sign)}`),
  );
}
