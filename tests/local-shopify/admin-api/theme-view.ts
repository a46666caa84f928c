// Themes and their files, as far as an app may read them.
import type { FileFault, ShopTheme } from '#tests/local-shopify/shop/themes.ts';
import { themeFilesOf } from '#tests/local-shopify/shop/theme-files.ts';
import { connection } from './connections.ts';
import type { PageArgs } from './connections.ts';
import type { AdminContext } from './context.ts';
import { gid, idOf } from './global-ids.ts';

type Role = 'MAIN' | 'UNPUBLISHED';
type ThemesArgs = PageArgs & { roles?: string[] | null; names?: string[] | null };
type FilesArgs = { first?: number | null; after?: string | null; filenames?: string[] | null };

/** Shopify looks for no more names at once. */
const MOST_NAMES = 50;
const MOST_FILES = 2_500;

export const THEME_QUERIES = {
  themes: (args: ThemesArgs, context: AdminContext) => {
    const found = all(context).filter(
      ({ role, theme }) =>
        (!args.roles || args.roles.includes(role)) && (!args.names || matches(theme.name, args.names)),
    );
    const rows = found.map(({ role, theme }) => ({
      key: theme.id.padStart(20, '0'),
      node: () => themeView(context, theme, role),
    }));
    return connection(rows, args);
  },
  theme: (args: { id: string }, context: AdminContext) => {
    const id = idOf('OnlineStoreTheme', args.id);
    const found = all(context).find(({ theme }) => theme.id === id);
    return found ? themeView(context, found.theme, found.role) : null;
  },
};

function all({ shop }: AdminContext): { role: Role; theme: ShopTheme }[] {
  const { published, others } = shop.themes;
  const main = published ? [{ role: 'MAIN' as const, theme: published }] : [];
  return [...main, ...others.map((theme) => ({ role: 'UNPUBLISHED' as const, theme }))];
}

function themeView(context: AdminContext, theme: ShopTheme, role: Role): object {
  const { id, name, createdAt, updatedAt, processing } = theme;
  return {
    __typename: 'OnlineStoreTheme',
    id: gid('OnlineStoreTheme', id),
    name,
    role,
    createdAt,
    updatedAt,
    processing,
    processingFailed: false,
    prefix: `/t/${id}`,
    themeStoreId: null,
    files: (args: FilesArgs) => filesView(context, theme, role, args),
  };
}

function filesView(context: AdminContext, theme: ShopTheme, role: Role, args: FilesArgs): object {
  const { filenames, first, after } = args;
  if (filenames && filenames.length > MOST_NAMES) throw new Error(`more than ${MOST_NAMES} filenames`);
  if ((first ?? 0) > MOST_FILES) throw new Error(`more than ${MOST_FILES} files`);
  const faults = role === 'MAIN' ? context.shop.themes.faults : new Map<string, FileFault>();
  const files = withFaults(themeFilesOf(theme.theme, context.shopify.app.handle), faults);
  const wanted = [...files].filter(([name]) => !filenames || matches(name, filenames));
  const given = wanted.filter(([, fault]) => fault !== 'not-given');
  const rows = given.map(([name, content]) => ({ key: name, node: () => fileView(theme, name, content) }));
  // Without a cursor Shopify says once which files it couldn't give.
  const refused = after ? [] : wanted.filter(([, fault]) => fault === 'not-given');
  return {
    ...connection(rows, {
      first: Math.min(first ?? 50, context.shop.themes.filesAnAnswer),
      ...(after ? { after } : {}),
    }),
    userErrors: refused.map(([filename]) => ({
      __typename: 'OnlineStoreThemeFileReadResult',
      code: 'TIMEOUT',
      filename,
    })),
  };
}

type Content = Exclude<FileFault, null>;

function withFaults(files: ReadonlyMap<string, string>, faults: ReadonlyMap<string, FileFault>) {
  const content = new Map<string, Content>([...files].map(([name, text]) => [name, { text }]));
  for (const [name, fault] of faults) {
    if (fault === null) content.delete(name);
    else content.set(name, fault);
  }
  return content;
}

function fileView({ id, createdAt, updatedAt }: ShopTheme, filename: string, content: Content): object {
  const url = `https://cdn.shopify.com/themes/${id}/${filename}`;
  const body =
    typeof content === 'string'
      ? { __typename: 'OnlineStoreThemeFileBodyUrl', url }
      : { __typename: 'OnlineStoreThemeFileBodyText', content: content.text };
  const size = typeof content === 'string' ? 2_000_000 : Buffer.byteLength(content.text);
  const contentType = 'application/json';
  return { filename, body, contentType, checksumMd5: null, createdAt, updatedAt, size };
}

/** `*` is any number of characters. */
function matches(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(name);
  });
}
