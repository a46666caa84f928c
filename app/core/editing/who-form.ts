// Conditions on members as the merchant types them, and back. What one still lacks keeps it from being published, not from being saved.
import { z } from 'zod';
import { picked, pickedOf, type FormWording } from './picked.ts';
import type { FieldErrors } from './field-errors.ts';
import { uniqueIds } from './picked.ts';
import { BOUGHT_LIMITS } from '../who/conditions/bought.ts';
import { MOST_DAYS_BACK } from '../who/conditions/ordered.ts';
import { MOST_BOUND } from '../who/conditions/bounds.ts';
import { CONDITION_KINDS, type ConditionKind } from '../who/conditions/conditions.ts';
import { TAG_LIMITS } from '../who/conditions/tags.ts';
import { MOST_CONDITIONS, type Who, type WhoCondition } from '../who/who.ts';

const text = z.string().max(1_000);
/** All fields of all kinds, so that changing the kind loses nothing that was typed. */
const conditionForm = z.object({
  kind: z.enum(CONDITION_KINDS as [ConditionKind, ...ConditionKind[]]),
  tags: z.array(text).max(100),
  /** `0` … `12`; 0 is this month. */
  month: text,
  products: z.array(picked).max(1_000),
  /** Absent in what a page of the release before sends. */
  collections: z.array(picked).max(1_000).optional(),
  /** Days; empty: ever. */
  within: text,
  /** Empty: no bound. */
  least: text,
  most: text,
});
export type ConditionForm = z.infer<typeof conditionForm>;

export const whoForm = z.array(conditionForm).max(MOST_CONDITIONS);
export type WhoForm = z.infer<typeof whoForm>;

const BLANK = { tags: [], month: '0', products: [], collections: [], within: '', least: '', most: '' };

export function emptyCondition(kind: ConditionKind): ConditionForm {
  return { kind, ...BLANK };
}

export function formOfWho({ conditions }: Who, { titles, gone }: FormWording): WhoForm {
  const typed = (count: number | null) => (count === null ? '' : String(count));
  return conditions.map((condition): ConditionForm => {
    const form = emptyCondition(condition.kind);
    switch (condition.kind) {
      case 'tags-in':
      case 'tags-out':
        return { ...form, tags: condition.tags };
      case 'first-timers':
        return form;
      case 'birthday-month':
        return { ...form, month: String(condition.month) };
      case 'bought':
        return {
          ...form,
          products: pickedOf(condition.productIds, titles.products, gone),
          collections: pickedOf(condition.collectionIds ?? [], titles.collections, gone),
          within: typed(condition.withinDays),
        };
      case 'ordered':
        return { ...form, within: typed(condition.withinDays) };
      case 'orders':
      case 'last-order':
        return { ...form, least: typed(condition.least), most: typed(condition.most) };
    }
  });
}

/** Each problem is added to `errors` under `<field>.<place>`. */
export function parseWho(form: WhoForm, field: string, errors: FieldErrors): Who {
  return { conditions: form.map((each, place) => parseCondition(each, `${field}.${place}`, errors)) };
}

function parseCondition(form: ConditionForm, field: string, errors: FieldErrors): WhoCondition {
  const { kind } = form;
  const count = (typed: string, most: number): number | null => {
    const trimmed = typed.trim();
    if (trimmed === '') return null;
    if (!/^\d{1,6}$/.test(trimmed)) errors[field] = 'notANumber';
    else if (Number(trimmed) > most) errors[field] = 'tooLarge';
    return Number(trimmed);
  };
  const days = (most: number): number | null => {
    const typed = count(form.within, most);
    if (typed === 0) errors[field] = 'tooSmall';
    return typed;
  };
  switch (kind) {
    case 'tags-in':
    case 'tags-out': {
      const tags = [...new Set(form.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
      if (tags.length > TAG_LIMITS.tags) errors[field] = 'tooManyTags';
      if (tags.some((tag) => tag.length > TAG_LIMITS.letters || tag.includes(',')))
        errors[field] = 'tagTooLong';
      return { kind, tags };
    }
    case 'first-timers':
      return { kind };
    case 'birthday-month':
      if (!/^(\d|1[0-2])$/.test(form.month)) errors[field] = 'malformed';
      return { kind, month: Number(form.month) };
    case 'bought': {
      const productIds = uniqueIds(form.products);
      const collectionIds = uniqueIds(form.collections ?? []);
      if (productIds.length > BOUGHT_LIMITS.products || collectionIds.length > BOUGHT_LIMITS.collections)
        errors[field] = 'tooManyBought';
      const withinDays = days(BOUGHT_LIMITS.days);
      return { kind, productIds, ...(collectionIds.length > 0 && { collectionIds }), withinDays };
    }
    case 'ordered':
      return { kind, withinDays: days(MOST_DAYS_BACK) };
    case 'orders':
    case 'last-order':
      return { kind, least: count(form.least, MOST_BOUND), most: count(form.most, MOST_BOUND) };
  }
}
