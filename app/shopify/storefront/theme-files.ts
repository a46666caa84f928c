import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const body = z.union([
  z.object({ content: z.string() }),
  z.object({ contentBase64: z.string() }),
  z.object({}),
]);

const file = z.object({ filename: z.string(), body });

const theme = z.object({
  id: z.string(),
  name: z.string(),
  processing: z.boolean(),
  files: z.object({
    nodes: z.array(file),
    userErrors: z.array(z.object({ filename: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

/** The published theme with some of its files. Needs `read_themes`. */
export const themeFiles = operation<{ names: string[]; after: string | null }>()({
  name: 'ThemeFiles',
  document: `#graphql
    query ThemeFiles($names: [String!]!, $after: String) {
      themes(first: 1, roles: [MAIN]) {
        nodes {
          id
          name
          processing
          files(first: 50, after: $after, filenames: $names) {
            nodes {
              filename
              body {
                ... on OnlineStoreThemeFileBodyText {
                  content
                }
                ... on OnlineStoreThemeFileBodyBase64 {
                  contentBase64
                }
              }
            }
            userErrors {
              filename
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  `,
  result: z.object({ themes: z.object({ nodes: z.array(theme) }) }),
  whole: true,
});

export type ThemeAnswer = z.infer<typeof theme>;

/** Null for a body that is an address. */
export function textOf(given: z.infer<typeof body>): string | null {
  if ('content' in given) return given.content;
  return 'contentBase64' in given ? Buffer.from(given.contentBase64, 'base64').toString('utf8') : null;
}
