// Writes Shopify's Admin schema, the scopes its fields ask for, and the schema of discount functions, from the package
// that carries them.
// `npm run schema:update`; the package itself is never installed, only unpacked.
import { execFileSync } from 'node:child_process';
import type { ExecFileSyncOptions } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, printSchema } from 'graphql';
import type { IntrospectionQuery } from 'graphql';

const PACKAGE = '@shopify/dev-mcp@1.16.0';
const ADMIN = 'package/dist/data/admin_2026-10.json.gz';
const DISCOUNT_FUNCTION = 'package/dist/data/functions_discount_2026-10.json.gz';
const SCHEMA = new URL('./admin-2026-10.schema.graphql', import.meta.url);
const FUNCTION_SCHEMA = new URL('./discount-function-2026-10.schema.graphql', import.meta.url);
const SCOPES = new URL('./admin-2026-10.scopes.json', import.meta.url);

type ScopeItem = { typeName: string; fieldName?: string; offlineScopes?: string[] };
type Data = { data: IntrospectionQuery };
type AdminData = Data & { offline_scopes: { items: ScopeItem[] } };

function download(folder: string): void {
  const options: ExecFileSyncOptions = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('npm', ['pack', PACKAGE, '--ignore-scripts', '--silent'], options);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Error(`npm pack ${PACKAGE} left no archive`);
  execFileSync('tar', ['-xzf', archive, ADMIN, DISCOUNT_FUNCTION], options);
}

function unzipped(folder: string, file: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString());
}

/** Without descriptions: half the size, and nothing here reads them. */
function sdlOf(data: Data): string {
  const introspection = JSON.parse(
    JSON.stringify(data.data, (key, value: unknown) => (key === 'description' ? null : value)),
  ) as IntrospectionQuery;
  return `${printSchema(buildClientSchema(introspection))}\n`;
}

/** `Type` or `Type.field` → scopes, any one of which is enough. One entry a line, for readable changes. */
function scopesOf(items: ScopeItem[]): string {
  const named = items
    .filter((item) => item.offlineScopes && item.offlineScopes.length > 0)
    .map((item): [string, string[]] => [
      item.fieldName ? `${item.typeName}.${item.fieldName}` : item.typeName,
      item.offlineScopes ?? [],
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = named.map(([name, scopes]) => `${JSON.stringify(name)}: ${JSON.stringify(scopes)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'shopify-schema-'));
try {
  download(folder);
  const admin = unzipped(folder, ADMIN) as AdminData;
  writeFileSync(SCHEMA, sdlOf(admin));
  writeFileSync(SCOPES, scopesOf(admin.offline_scopes.items));
  writeFileSync(FUNCTION_SCHEMA, sdlOf(unzipped(folder, DISCOUNT_FUNCTION) as Data));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
