import type { FieldErrors } from '#app/core/editing/field-errors.ts';

/** The publish route's answer. */
export type PublishAnswer =
  | { ok: true; version: number }
  | { ok: false; reason: 'draft-changed' | 'no-shop' }
  | { ok: false; reason: 'invalid'; errors: FieldErrors };
