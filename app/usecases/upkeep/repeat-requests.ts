// After a restore: what the list says and the database doesn't know is asked for again, and carried out by the jobs of every
// other request. Safe to repeat.
import { toldRequest, type ToldRequest } from '#app/core/members/told-request.ts';
import { addToldRequest, eraseAgain } from '#app/db/members/told-requests.server.ts';
import { isOfValues } from '#app/db/orders/of-values.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** `unreadable` counts lines that say nothing; nobody's request is held up by them. */
export type Repeated = { repeated: number; known: number; unreadable: number };

export async function repeatRequests(lines: AsyncIterable<string> | Iterable<string>): Promise<Repeated> {
  const counts = { repeated: 0, known: 0, unreadable: 0 };
  for await (const line of lines) if (line.trim() !== '') counts[await repeat(line)] += 1;
  return counts;
}

async function repeat(line: string): Promise<keyof Repeated> {
  const read = toldRequest.safeParse(parsed(line));
  if (!read.success) return 'unreadable';
  try {
    return (await isNews(read.data)) ? 'repeated' : 'known';
  } catch (error) {
    if (isOfValues(error)) return 'unreadable';
    throw error;
  }
}

function isNews(told: ToldRequest): Promise<boolean> {
  return told.kind === 'erased-shop' ? eraseAgain(pool(), told) : addToldRequest(pool(), told);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
