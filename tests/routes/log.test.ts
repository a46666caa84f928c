import { expect, test } from 'vitest';
import { scrub } from '#app/log.server.ts';
import { sessionToken } from './merchant.ts';

test('what opens a door never reaches the log', () => {
  const token = sessionToken('roaster.myshopify.com');
  const text = [
    `Failed to parse session token '${token}'`,
    `/app?shop=x&id_token=${token}&hmac=abc123`,
    'token shpat_0123456789abcdef refresh shprt_fedcba',
    'postgres://sixth:hunter2@db.example.com/sixth',
  ].join('\n');
  const clean = scrub(text);
  for (const secret of [token, 'abc123', 'shpat_', 'shprt_', 'hunter2']) expect(clean).not.toContain(secret);
  expect(clean).toContain('db.example.com');
});

test('a line of JSON stays one, and loses every address, also behind a line break or a backslash', () => {
  const said = [
    'one:\njane@example.com',
    '\tjane@example.com',
    '\u001fjane@example.com',
    'a\\jane@example.com',
    '\\\njane@example.com',
  ];
  const clean = scrub(JSON.stringify(said));
  expect(clean).not.toMatch(/jane|example/);
  expect(JSON.parse(clean)).toEqual(['one:\n…', '\t…', '\u001f…', 'a\\…', '\\\n…']);
});
