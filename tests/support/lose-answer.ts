// Shopify does its work, and the answer never comes, or the process dies first.
import { expect } from 'vitest';

function operationOf([, init]: Parameters<typeof fetch>): string {
  const body = typeof init?.body === 'string' ? init.body : '{}';
  return { operationName: '', ...(JSON.parse(body) as object) }.operationName;
}

/** Every answer to this operation while `work` runs, which fails by it. */
export async function losingAnswerOf(operation: string, work: () => Promise<unknown>): Promise<void> {
  const { fetch: real } = globalThis;
  globalThis.fetch = async (...args) => {
    const answer = await real(...args);
    if (operationOf(args) === operation) throw new TypeError('cut off');
    return answer;
  };
  try {
    await expect(work()).rejects.toThrow();
  } finally {
    globalThis.fetch = real;
  }
}
