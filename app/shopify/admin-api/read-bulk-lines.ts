// A bulk operation's file, line by line: nothing of it is kept, however large it is.
import { AdminUnavailable } from '#app/errors.ts';

/** `value` is undefined where the line isn't JSON. `number` counts from 1. */
export type BulkLine = { number: number; value: unknown };

/** Nothing came for so long: whoever reads begins again behind the last line that was taken. */
const SILENCE_MS = 30_000;
/** No object of Shopify's is as long: what is, isn't kept until its end. */
const LONGEST = 4 * 1024 * 1024;

/** Throws AdminUnavailable where the file ends in the middle, or doesn't come. */
export async function* readBulkLines(shopDomain: string, url: string, skip = 0): AsyncGenerator<BulkLine> {
  const response = await fetch(url, { signal: AbortSignal.timeout(SILENCE_MS) }).catch((error: unknown) => {
    throw new AdminUnavailable(shopDomain, 'the bulk file had no answer', error);
  });
  if (!response.ok || !response.body)
    throw new AdminUnavailable(shopDomain, `the bulk file answered ${response.status}`);
  let number = 0;
  for await (const text of linesOf(shopDomain, response.body)) {
    number += 1;
    if (number > skip) yield { number, value: parsed(text) };
  }
}

async function* linesOf(shopDomain: string, body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await inTime(shopDomain, reader.read());
      const parts = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > LONGEST) throw new AdminUnavailable(shopDomain, 'a line of the bulk file has no end');
      yield* parts;
      if (done) break;
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(String);
  }
}

async function inTime<T>(shopDomain: string, reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('silence')), SILENCE_MS);
  });
  try {
    return await Promise.race([reading, late]);
  } catch (error) {
    throw new AdminUnavailable(shopDomain, 'the bulk file was cut off', error);
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
