// gid://shopify/<Type>/<digits>
import { GraphQLError } from 'graphql';

export const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;

export type GlobalId = { type: string; id: string };

/** Throws as Shopify refuses an id that is none. */
export function parseGid(text: string): GlobalId {
  const [, type, id] = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)$/.exec(text) ?? [];
  if (!type || !id) {
    throw new GraphQLError(`Invalid global id '${text}'`, {
      extensions: { code: 'argumentLiteralsIncompatible' },
    });
  }
  return { type, id };
}

/** The digits of an id that must be of this type. */
export function idOf(type: string, text: string): string {
  const parsed = parseGid(text);
  if (parsed.type === type) return parsed.id;
  throw new GraphQLError('invalid id', { extensions: { code: 'RESOURCE_NOT_FOUND' } });
}
