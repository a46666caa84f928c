// Somebody with a slow line: no more of a file is made than they read, and all of it comes in the end.
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { writeReadableStreamToWritable } from '@remix-run/node';
import { afterEach, expect, it } from 'vitest';
import { whenRead } from '#app/bare-http/when-read.ts';
import { csvFile } from '#app/routes/merchant/csv-file.ts';
import { linesFile } from '#app/routes/merchant/lines-file.ts';
import { paced } from '#app/routes/merchant/paced.ts';

const PAGES = 400;
const PAGE = 'x'.repeat(100_000);
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

let made = 0;

async function* pages() {
  for (made = 0; made < PAGES; made += 1) yield `${PAGE}\n`;
}

async function* rows(of: AsyncIterable<string>) {
  for await (const page of of) yield [page.trimEnd()];
}

type Make = (response: ServerResponse) => Response;
const LINES: Make = (response) => linesFile(paced(pages(), { whenRead: () => whenRead(response) }));
const CSV: Make = (response) => csvFile(rows(paced(pages(), { whenRead: () => whenRead(response) })));

/** As Remix answers. */
async function answered(make: Make): Promise<{ answer: IncomingMessage; response: ServerResponse }> {
  let given: ServerResponse | undefined;
  const server = createServer((_request, response) => {
    given = response;
    const { body } = make(response);
    if (body) writeReadableStreamToWritable(body, response).catch(String);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  ends.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ port, agent: false }, resolve).on('error', reject),
  );
  if (!given) throw new Error('nobody answered');
  return { answer, response: given };
}

/** Until nothing more is made, however often everything else had its turn. */
async function untilStill(): Promise<number> {
  for (let still = 0; still < 500;) {
    const before = made;
    await turn();
    still = made === before ? still + 1 : 0;
  }
  return made;
}

it.each([
  ['lines', LINES],
  ['a spreadsheet', CSV],
])('%s wait for who reads', async (_what, make) => {
  const { answer, response } = await answered(make);
  answer.pause();
  const early = await untilStill();
  expect(early).toBeLessThan(PAGES / 4);
  expect(response.writableLength).toBeLessThan(10 * PAGE.length);
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  expect(bytes).toBeGreaterThanOrEqual(PAGES * PAGE.length);
  expect(made).toBe(PAGES);
});

it('stop where who reads is gone', async () => {
  const { answer, response } = await answered(LINES);
  answer.pause();
  await untilStill();
  const closed = new Promise((resolve) => response.on('close', resolve));
  answer.destroy();
  await closed;
  await expect(whenRead(response)).resolves.toBeUndefined();
});
