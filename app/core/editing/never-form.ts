// "These never count", as the merchant chooses them, and what differs between two programs.
import { z } from 'zod';
import { MOST_NEVER, type NeverEarns } from '../program/never-earns.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { same } from '../values/same.ts';
import type { FieldErrors } from './field-errors.ts';
import { picked, pickedOf, uniqueIds, type FormWording } from './picked.ts';

const choice = z.array(picked).max(1_000);
/** Missing in what a page of an older version sends: it stays as it is. */
export const neverForm = z.object({ products: choice, collections: choice }).optional();
type NeverForm = z.infer<typeof neverForm>;
type NeverRules = Pick<ProgramRules, 'neverEarns'>;

export type NeverChange = { kind: 'never-earns' };

export function formOfNever({ neverEarns }: NeverRules, { titles, gone }: FormWording) {
  return {
    products: pickedOf(neverEarns?.productIds ?? [], titles.products, gone),
    collections: pickedOf(neverEarns?.collectionIds ?? [], titles.collections, gone),
  };
}

/** Rules without any say nothing of them. The problems are added to `errors`. */
export function parseNever(form: NeverForm, errors: FieldErrors): { neverEarns?: NeverEarns | undefined } {
  if (!form) return {};
  const productIds = uniqueIds(form.products);
  const collectionIds = uniqueIds(form.collections);
  const tooMany = productIds.length > MOST_NEVER.products || collectionIds.length > MOST_NEVER.collections;
  if (tooMany) errors['neverEarns'] = 'tooManyNever';
  const none = productIds.length + collectionIds.length === 0;
  return { neverEarns: none ? undefined : { productIds, collectionIds } };
}

/** Ids in any order are the same choice. */
export function neverChanges(before: NeverRules, after: NeverRules): NeverChange[] {
  const sorted = ({ neverEarns }: NeverRules) => [
    [...(neverEarns?.productIds ?? [])].sort(),
    [...(neverEarns?.collectionIds ?? [])].sort(),
  ];
  return same(sorted(before), sorted(after)) ? [] : [{ kind: 'never-earns' }];
}
