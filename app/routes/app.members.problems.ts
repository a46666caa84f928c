import { z } from 'zod';
import { textsOf } from '#app/locales/texts.ts';
import { linesBuyingLess } from '#app/usecases/moving-in/lines-buying-less.ts';
import { problemsOfFile } from '#app/usecases/moving-in/problems-of-file.ts';
import { csvFile } from './merchant/csv-file.ts';
import { forMerchant } from './merchant/for-merchant.ts';

const wanted = z.object({ id: z.string().regex(/^\d{1,18}$/), of: z.literal('less').optional() });

/** The rows of a file that aren't brought in, by their numbers, each with its reason; or whose members could buy less. */
export const loader = forMerchant(async ({ shop, language, request }) => {
  const asked = wanted.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return new Response(null, { status: 404 });
  const { preview, problem: why } = textsOf(language).movingIn;
  const words = (problem: string) => (why as Readonly<Record<string, string>>)[problem] ?? problem;
  async function* rows(id: string): AsyncGenerator<(string | number)[]> {
    yield preview.problemsHead;
    for await (const { line, problem } of problemsOfFile(shop.id, id)) yield [line, words(problem)];
  }
  async function* less(id: string): AsyncGenerator<(string | number)[]> {
    yield preview.lessHead;
    for await (const { line, ours } of linesBuyingLess(shop.id, id)) yield [line, ours ?? ''];
  }
  const { id, of } = asked.data;
  return csvFile(of === 'less' ? less(id) : rows(id));
});
