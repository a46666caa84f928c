// A file's text, read as the page's worker reads it.
import { byOf, fieldsOf } from '#app/core/moving-in/columns.ts';
import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import { lookAtFile } from '#app/ui/moving-in/reading/look-at-file.ts';
import { movedRowsOf } from '#app/ui/moving-in/reading/moved-rows-of.ts';

export async function readMovingText(text: string) {
  const source = new Blob([text]);
  const { head, names, how, hash: fileHash } = await lookAtFile(source, () => undefined);
  const { isHead, columns } = head;
  const by = byOf(columns);
  const read = { fields: fieldsOf(columns, names.length), by, dates: head.dates ?? 'mdy' };
  const rows: MovedRow[] = [];
  for await (const some of movedRowsOf(source, { how, isHead, ...read, today: '2026-11-27' }))
    rows.push(...some);
  return { rows, by, fileHash };
}
