// A file goes to the server: its rows, a thousand at a time. Addresses stay in the browser: what is sent in their place are hashes.
import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import { ROWS_AT_ONCE } from '#app/core/moving-in/moving-step.ts';

type Refusal = 'under-way' | 'same-file' | 'not-now' | 'not-whole' | 'less' | 'buys-less';
export type Sent = { ok: true } | { ok: false; refused: Refusal | 'failed' };
type Answer = { ok: true; id?: string; key?: string } | { ok: false; refused: Refusal };

export type FileToSend = {
  fileName: string;
  text: string;
  way: 'add' | 'set';
  byEmail: boolean;
  theirs: number;
  ours: number;
  worthMinor: number | null;
  stepThere: number | null;
  rows: readonly MovedRow[];
};

/** @param told how many rows have gone so far */
export async function sendFile(
  { text, rows, ...file }: FileToSend,
  told: (count: number) => void,
): Promise<Sent> {
  const begun = await post({ do: 'begin', ...file, fileHash: await sha256(text) });
  if (!begun.ok || !('id' in begun) || begun.id === undefined) return begun.ok ? FAILED : begun;
  const hash = file.byEmail ? await hasher(begun.key ?? '') : (who: string) => Promise.resolve(who);
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const hashed = await Promise.all(some.map(async (row) => ({ ...row, who: await hash(row.who) })));
    const sent = await post({ do: 'rows', id: begun.id, rows: hashed });
    if (!sent.ok) return sent;
    told(Math.min(rows.length, from + ROWS_AT_ONCE));
  }
  const ended = await post({ do: 'end', id: begun.id, count: rows.length });
  return ended.ok ? { ok: true } : ended;
}

const FAILED = { ok: false, refused: 'failed' } as const;

async function post(body: object): Promise<Answer | typeof FAILED> {
  try {
    const response = await fetch('/app/members/moved', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? ((await response.json()) as Answer) : FAILED;
  } catch (error) {
    if (error instanceof Error) return FAILED;
    throw error;
  }
}

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function sha256(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** HMAC-SHA-256 by a key in hex. */
export async function hasher(key: string): Promise<(text: string) => Promise<string>> {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const made = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return async (text) =>
    text === '' ? '' : hex(await crypto.subtle.sign('HMAC', made, new TextEncoder().encode(text)));
}
