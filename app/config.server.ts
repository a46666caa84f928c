// The environment, parsed once. The only file of the app that reads process.env.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import manifest from '../package.json' with { type: 'json' };

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LEVELS)[number];

const sessionKey = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === 32, 'must be 32 bytes in base64 (openssl rand -base64 32)');

const required = (what: string) => z.string({ error: `is missing: ${what}` });

const port = z.coerce.number().int().min(0).max(65_535);
const seconds = z.coerce.number().min(0).max(600);
/** Fewer would leave a worker too few to run jobs with, beside those that no job holds (db/connections.server.ts). */
const LEAST_SQL_CONNECTIONS = 6;

const environment = z.object({
  DATABASE_URL: required('the PostgreSQL address, postgres://user:password@host/database'),
  SHOPIFY_API_KEY: required("the app's client id"),
  SHOPIFY_API_SECRET: required("the app's client secret"),
  SHOPIFY_API_SECRET_OLD: z.string().optional(),
  SHOPIFY_APP_URL: required("the app's public address").pipe(
    z.url('must be an address such as https://app.example.com'),
  ),
  SESSION_KEY: sessionKey.optional(),
  SESSION_KEY_OLD: sessionKey.optional(),
  PORT: port.default(3000),
  OPERATIONS_PORT: port.optional(),
  OPERATIONS_HOST: z.string().default('127.0.0.1'),
  SQL_CONNECTIONS: z.coerce.number().int().min(LEAST_SQL_CONNECTIONS).max(500).optional(),
  STOP_DELAY_SECONDS: seconds.default(5),
  STOP_GRACE_SECONDS: seconds.default(15),
  SUPPORT_ADDRESS: z
    .union([z.email(), z.url({ protocol: /^https?$/ })], 'must be an e-mail address or https://…')
    .optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
});

export type Config = {
  databaseUrl: string;
  apiKey: string;
  apiSecret: string;
  /** Those that may have signed a request, and that Shopify may ask for: two while the secret is being rotated. */
  apiSecrets: readonly [string, ...string[]];
  /** Origin without a slash at its end. */
  appUrl: string;
  /** 32 bytes each, for AES-256. The first seals; the others still open what they sealed. */
  sessionKeys: readonly [Buffer, ...Buffer[]];
  /** 0 takes any free port. */
  port: number;
  /** Where operators are answered (operations/paths.ts); null: nowhere, but for `/live` and `/ready` on the web's own port. */
  operations: { port: number; host: string } | null;
  /** Connections for SQL, where the operator wants another number than the budget's (db/connections.server.ts). */
  sqlConnections: number | null;
  /** How long a web that was told to stop still takes new requests: until whoever sends them knows. */
  stopDelayMs: number;
  /** How long what is under way may take to end, once nothing new is taken. */
  stopGraceMs: number;
  /** Whom merchants may ask: an e-mail address or a page's; null where neither the environment nor package.json says. */
  supportAddress: string | null;
  production: boolean;
};

/** Refuses with one line per variable that is missing or wrong. A variable set to nothing is a variable forgotten. */
function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.entries(env).filter(([, value]) => value !== '');
  const parsed = environment.safeParse(Object.fromEntries(given));
  const problems = parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`);
  if (env.NODE_ENV === 'production' && !env.SESSION_KEY) {
    problems.push('SESSION_KEY is missing: 32 bytes in base64 (openssl rand -base64 32)');
  }
  if (!parsed.success || problems.length > 0) {
    throw new Error(`The environment is not complete:\n  ${problems.join('\n  ')}`);
  }
  const it = parsed.data;
  return {
    databaseUrl: it.DATABASE_URL,
    apiKey: it.SHOPIFY_API_KEY,
    apiSecret: it.SHOPIFY_API_SECRET,
    apiSecrets: [it.SHOPIFY_API_SECRET, ...listed(it.SHOPIFY_API_SECRET_OLD)],
    appUrl: new URL(it.SHOPIFY_APP_URL).origin,
    sessionKeys: [
      it.SESSION_KEY ?? developmentKey(it.SHOPIFY_API_SECRET),
      ...listed(it.SESSION_KEY_OLD),
      ...(it.SESSION_KEY ? [] : listed(it.SHOPIFY_API_SECRET_OLD).map(developmentKey)),
    ],
    port: it.PORT,
    operations:
      it.OPERATIONS_PORT === undefined ? null : { port: it.OPERATIONS_PORT, host: it.OPERATIONS_HOST },
    sqlConnections: it.SQL_CONNECTIONS ?? null,
    stopDelayMs: it.STOP_DELAY_SECONDS * 1000,
    stopGraceMs: it.STOP_GRACE_SECONDS * 1000,
    supportAddress: it.SUPPORT_ADDRESS ?? issuesOf(manifest),
    production: it.NODE_ENV === 'production',
  };
}

/** Where the code's own issues are. */
function issuesOf(packageJson: object): string | null {
  const known = z.object({ bugs: z.object({ url: z.url() }) }).safeParse(packageJson);
  return known.success ? known.data.bugs.url : null;
}

const listed = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

// Outside production a stable key may come from the secret, so that tokens are never stored in the clear.
function developmentKey(secret: string): Buffer {
  return createHash('sha256').update(`session key of ${secret}`).digest();
}

let cached: Config | undefined;

/** Read at the first call, so that importing a module asks nothing of the environment. */
export function config(): Config {
  cached ??= readConfig(process.env);
  return cached;
}

/** Apart from the rest: even a failure to read the rest must be logged. */
export function logLevel(): LogLevel {
  const wanted = process.env.LOG_LEVEL;
  const fallback = process.env.NODE_ENV === 'test' ? 'warn' : 'info';
  return LEVELS.find((level) => level === wanted) ?? fallback;
}
