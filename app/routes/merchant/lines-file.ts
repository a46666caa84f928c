import { Readable } from 'node:stream';
import { log } from '#app/log.server.ts';

/** Text as a file, sent as it comes. A failure on the way breaks the file off: its last line says that it is whole. */
export function linesFile(text: AsyncIterable<string>): Response {
  const file = Readable.from(text, { objectMode: false });
  file.on('error', (err) => log.warn({ err }, 'a file broke off'));
  return new Response(Readable.toWeb(file) as ReadableStream, {
    headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
