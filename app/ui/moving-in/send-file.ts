// A file goes to the server: its rows, a thousand at a time. Addresses stay in the browser: what is sent in their place are hashes.
import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import { inWorker } from './reading/in-worker.ts';
import type { WantedRows } from './reading/moved-rows-of.ts';

type Refusal = 'under-way' | 'same-file' | 'not-now' | 'not-whole' | 'less' | 'buys-less';
type Refused = { ok: false; refused: Refusal | 'failed' };
/** `refused` is null where somebody stopped it. */
export type Sent = { ok: true } | Refused | { ok: false; refused: 'unreadable' | null };
type Answer = { ok: true; id?: string; key?: string } | { ok: false; refused: Refusal };

export type FileToSend = {
  file: File;
  wanted: WantedRows;
  hash: string;
  way: 'add' | 'set';
  theirs: number;
  ours: number;
  worthMinor: number | null;
  stepThere: number | null;
};

/** @param told how many rows have gone so far */
export async function sendFile(
  { file, wanted, hash, ...terms }: FileToSend,
  told: (count: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  const byEmail = wanted.by === 'email';
  const what = { fileName: file.name.slice(-200), fileHash: hash, byEmail };
  const begun = await post({ do: 'begin', ...what, ...terms });
  if (!begun.ok || !('id' in begun) || begun.id === undefined) return begun.ok ? FAILED : begun;
  const { id } = begun;
  const hashed = byEmail ? await hasher(begun.key ?? '') : (who: string) => Promise.resolve(who);
  let count = 0;
  let refused: Refused | null = null;
  const onRows = async (rows: MovedRow[]) => {
    const some = await Promise.all(rows.map(async (row) => ({ ...row, who: await hashed(row.who) })));
    const sent = await post({ do: 'rows', id, rows: some });
    if (!sent.ok) refused = sent;
    else told((count += rows.length));
    return sent.ok;
  };
  const read = await inWorker({ do: 'rows', file, wanted }, { signal, onRows });
  if (refused) return refused;
  if (!read.ok) return { ok: false, refused: read.trouble === null ? null : 'unreadable' };
  const ended = await post({ do: 'end', id, count });
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

/** HMAC-SHA-256 by a key in hex. */
export async function hasher(key: string): Promise<(text: string) => Promise<string>> {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const made = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return async (text) =>
    text === '' ? '' : hex(await crypto.subtle.sign('HMAC', made, new TextEncoder().encode(text)));
}
