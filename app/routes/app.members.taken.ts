import { z } from 'zod';
import { TAKEN_NAMES, type TakenName } from '#app/core/taking-out/taken-names.ts';
import { takenHead, takenRow, type Cell } from '#app/ui/taking-out/taken-row.ts';
import { takeOutLines, takeOutSheet } from '#app/usecases/taking-out/take-out.ts';
import { csvFile } from './merchant/csv-file.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { linesFile } from './merchant/lines-file.ts';

const wanted = z.union([
  z.object({ name: z.enum(TAKEN_NAMES), form: z.enum(['csv', 'jsonl']) }),
  z.object({ name: z.literal('everything'), form: z.literal('jsonl') }),
]);

/** One of the shop's files. An address that somebody has tampered with is no file's. */
export const loader = forMerchant(async ({ shop, request }) => {
  const asked = wanted.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return new Response(null, { status: 404 });
  const { name, form } = asked.data;
  if (name === 'everything') return linesFile(takeOutLines(shop, TAKEN_NAMES, request.signal));
  if (form === 'jsonl') return linesFile(takeOutLines(shop, [name], request.signal));
  return csvFile(rowsOf(shop, name, request.signal));
});

async function* rowsOf(shop: { id: number }, name: TakenName, signal: AbortSignal): AsyncGenerator<Cell[]> {
  const { columns, pages } = await takeOutSheet(shop, name, signal);
  yield takenHead(columns);
  for await (const page of pages) for (const row of page) yield takenRow(row, columns);
}
