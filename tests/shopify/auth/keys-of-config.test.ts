// Which keys and secrets the environment gives, in the order in which they are used.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const [first, second] = [1, 2].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer];
const NEEDED = {
  DATABASE_URL: 'postgres://nobody@localhost/nothing',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'new',
  SHOPIFY_APP_URL: 'https://app.example.com',
};
const NONE = { SHOPIFY_API_SECRET_OLD: '', SESSION_KEY: '', SESSION_KEY_OLD: '' };

async function configOf(env: Record<string, string>) {
  for (const [name, value] of Object.entries({ ...NEEDED, ...NONE, ...env })) vi.stubEnv(name, value);
  const { config } = await import('#app/config.server.ts');
  return config();
}

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllEnvs());

test('the session key seals, and the old one opens too', async () => {
  const given = { SESSION_KEY: first.toString('base64'), SESSION_KEY_OLD: second.toString('base64') };
  expect((await configOf(given)).sessionKeys).toEqual([first, second]);
});

test('a variable set to nothing gives nothing', async () => {
  const { sessionKeys, apiSecrets } = await configOf({ SESSION_KEY: first.toString('base64') });
  expect(sessionKeys).toEqual([first]);
  expect(apiSecrets).toEqual(['new']);
});

test('a number set to nothing is the default, and no port is opened for operators', async () => {
  const empty = {
    PORT: '',
    OPERATIONS_PORT: '',
    SQL_CONNECTIONS: '',
    STOP_DELAY_SECONDS: '',
    STOP_GRACE_SECONDS: '',
  };
  const { port, operations, sqlConnections, stopDelayMs, stopGraceMs } = await configOf(empty);
  expect({ port, operations, sqlConnections, stopDelayMs, stopGraceMs }).toEqual({
    port: 3000,
    operations: null,
    sqlConnections: null,
    stopDelayMs: 5_000,
    stopGraceMs: 15_000,
  });
});

test('a variable that is needed and set to nothing is missing', async () => {
  await expect(configOf({ SHOPIFY_API_SECRET: '' })).rejects.toThrow(/SHOPIFY_API_SECRET is missing/);
});

test('an old key that is none is refused at start', async () => {
  await expect(configOf({ SESSION_KEY_OLD: 'short' })).rejects.toThrow(/SESSION_KEY_OLD must be 32 bytes/);
});

test('where the key comes from the secret, the old secret’s opens what it sealed', async () => {
  const [before] = (await configOf({ SHOPIFY_API_SECRET: 'old' })).sessionKeys;
  vi.resetModules();
  const { sessionKeys, apiSecrets } = await configOf({ SHOPIFY_API_SECRET_OLD: 'old' });
  expect(apiSecrets).toEqual(['new', 'old']);
  expect(sessionKeys).toHaveLength(2);
  expect(sessionKeys[1]).toEqual(before);
});

test('whom merchants may ask is an e-mail address or a page, and nothing else that a link could run', async () => {
  expect((await configOf({ SUPPORT_ADDRESS: 'help@shop.example' })).supportAddress).toBe('help@shop.example');
  vi.resetModules();
  const refused = configOf({ SUPPORT_ADDRESS: 'javascript:alert(1)' });
  await expect(refused).rejects.toThrow(/SUPPORT_ADDRESS must be an e-mail address or https/);
});

test('where nobody says whom to ask, it is where the code’s own issues are, if anywhere', async () => {
  expect((await configOf({ SUPPORT_ADDRESS: '' })).supportAddress).toBeNull();
});
