// Inside each ring a feature has a room of its own, the same word in every ring: decision 023.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

const ROOMS = [
  ...[
    'values',
    'program',
    'editing',
    'snapshots',
    'orders',
    'ledger',
    'points',
    'stamps',
    'discounts',
    'rewards',
  ],
  ...['moments', 'members', 'storefront', 'figures', 'shop', 'upkeep', 'help'],
  ...['history', 'past-orders', 'moving-in', 'taking-out', 'order-answers', 'terms', 'leaving'],
  'who',
  'holdouts',
  'notices',
  ...['choosing', 'life-dates'],
  'tasks',
];

type Ring = {
  /** What no feature owns, in this ring alone. */
  rooms: readonly string[];
  /** The machine room of the ring: the only files that stand in no room. */
  files: readonly string[];
};

const RINGS: Record<string, Ring> = {
  core: { rooms: [], files: ['GLOSSARY.md', 'jobs.ts', 'tsconfig.json'] },
  db: {
    // Its tests: statements of every room.
    rooms: ['statements'],
    files: [
      ...['advisory-locks.server.ts', 'client.server.ts', 'connections.server.ts', 'enqueue.server.ts'],
      'kept-bells.server.ts',
      ...['lease.server.ts', 'plain-array.server.ts'],
      ...['listening-pool.server.ts', 'lost-backends.server.ts', 'pool.server.ts', 'queue-pool.server.ts'],
      ...['wait-for-database.server.ts', 'worker-locks.server.ts'],
    ],
  },
  usecases: { rooms: [], files: [] },
  shopify: { rooms: ['admin-api', 'auth', 'payloads', 'signatures'], files: [] },
  ui: { rooms: ['form', 'home', 'shell'], files: [] },
};

const inside = (folder: string) => readdirSync(path.join(ROOT, folder), { withFileTypes: true });

test.each(Object.entries(RINGS))('no file stands in app/%s without a room', (ring, { files }) => {
  const found = inside(`app/${ring}`).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  const homeless = found.filter((file) => !files.includes(file));
  expect(homeless, `put it into a feature's folder under app/${ring}`).toEqual([]);
});

test.each(Object.entries(RINGS))('every room of app/%s and of its tests is a known word', (ring, own) => {
  const folders = [`app/${ring}`, `tests/${ring}`].flatMap((folder) =>
    inside(folder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])),
  );
  const known = [...ROOMS, ...own.rooms];
  const unknown = folders.filter((folder) => !known.includes(folder));
  expect(unknown, 'a new feature adds its word to ROOMS, the same one in every ring').toEqual([]);
});

/** Rings whose rooms stand on each other. In the others the lists of features need what needs the lists' own types. */
const ONE_WAY = ['core', 'shopify'];

/** Which rooms of a ring the files of each room import from. */
function needs(ring: string): Map<string, Set<string>> {
  const base = path.join(ROOT, 'app', ring);
  const rooms = new Map<string, Set<string>>();
  for (const file of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
    const [room = ''] = file.split(path.sep);
    if (room === file || !/\.tsx?$/.test(file)) continue;
    const text = readFileSync(path.join(base, file), 'utf8');
    for (const [, from = ''] of text.matchAll(/ from '(\.[^']+)'/g)) {
      const [needed = ''] = path.relative(base, path.resolve(base, path.dirname(file), from)).split(path.sep);
      if (needed !== room) rooms.set(room, (rooms.get(room) ?? new Set()).add(needed));
    }
  }
  return rooms;
}

/** What a room needs, and what that needs, and so on. */
function reached(room: string, rooms: Map<string, Set<string>>, seen = new Set<string>()): Set<string> {
  for (const next of rooms.get(room) ?? []) {
    if (!seen.has(next)) reached(next, rooms, seen.add(next));
  }
  return seen;
}

test.each(ONE_WAY)('no room of app/%s needs itself by way of others', (ring) => {
  const rooms = needs(ring);
  expect(rooms.size).toBeGreaterThan(3);
  expect([...rooms.keys()].filter((room) => reached(room, rooms).has(room))).toEqual([]);
});
