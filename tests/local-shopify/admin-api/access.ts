// Refusals: a scope that the app didn't ask for, and personal data that an unapproved app may not read.
import { getNamedType, GraphQLError } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { hasScope } from './context.ts';
import type { AdminContext } from './context.ts';
import { scopesOf } from './schema.ts';

/** Level 2 of protected customer data: names, addresses, phones, e-mails. */
const PERSONAL: Record<string, readonly string[]> = {
  Customer: [
    'addresses',
    'addressesV2',
    'defaultAddress',
    'defaultEmailAddress',
    'defaultPhoneNumber',
    'displayName',
    'email',
    'firstName',
    'lastName',
    'phone',
  ],
  Order: ['billingAddress', 'displayAddress', 'email', 'phone', 'shippingAddress'],
};

function denied(message: string, requiredAccess: string | null): GraphQLError {
  const documentation = 'https://shopify.dev/api/usage/access-scopes';
  const extensions = requiredAccess === null ? {} : { documentation, requiredAccess };
  return new GraphQLError(message, { extensions: { code: 'ACCESS_DENIED', ...extensions } });
}

function required(scopes: string[]): string {
  return scopes.map((scope) => `\`${scope}\` access scope`).join(' or ');
}

/** Names are a grant of their own within level 2, and so are e-mails. */
const NAMES = ['displayName', 'firstName', 'lastName'];
const EMAILS = ['defaultEmailAddress', 'email'];

function isRefused(context: AdminContext, type: string, field: string): boolean {
  if (!PERSONAL[type]?.includes(field)) return false;
  const { namesGranted, emailsGranted } = context.shop;
  const granted = [...(namesGranted ? NAMES : []), ...(emailsGranted ? EMAILS : [])];
  return !(type === 'Customer' && granted.includes(field));
}

/** Throws what Shopify answers beside a null. */
export function checkAccess(context: AdminContext, info: GraphQLResolveInfo): void {
  const type = info.parentType.name;
  if (isRefused(context, type, info.fieldName)) {
    throw denied(`This app is not approved to use the ${info.fieldName} field.`, null);
  }
  for (const name of [`${type}.${info.fieldName}`, getNamedType(info.returnType).name]) {
    const scopes = scopesOf(name);
    if (scopes.length > 0 && !scopes.some((scope) => hasScope(context, scope))) {
      const access = `${required(scopes)}.`;
      throw denied(`Access denied for ${info.fieldName} field. Required access: ${access}`, access);
    }
  }
}

/** For what no list of scopes says: the owner of a metafield decides. */
export function requireScope(context: AdminContext, scope: string, what: string): void {
  if (!hasScope(context, scope))
    throw denied(`Access denied for ${what}. Required access: ${required([scope])}.`, required([scope]));
}
