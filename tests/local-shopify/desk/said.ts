// What a page says on top: what was just done, or that a form was refused.
import type { FormState } from './form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';

export type Said = { done: string } | { form: string; state: FormState } | null;

export function saying(said: Said): Html {
  if (said === null) return NOTHING;
  if ('done' in said) return html`<p class="box done" role="status">${said.done}</p>`;
  const whole = said.state.errors[''] ?? 'Nothing was changed: see what is marked below.';
  return html`<p class="box error" role="alert">${whole}</p>`;
}
