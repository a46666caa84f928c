// A form as it was sent, with what is wrong with it beside each field, so that nothing typed is lost.
import type { Request } from 'express';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';

/** What is wrong, by the name of the field; `''` is the form as a whole. */
export type FieldErrors = Record<string, string>;

export type Read<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors };

export function allErrors(some: FieldErrors[]): FieldErrors {
  return Object.fromEntries(some.flatMap((errors) => Object.entries(errors)));
}

export type FormState = {
  /** As it was sent; null while nobody has sent it. */
  sent: ((name: string) => string) | null;
  errors: FieldErrors;
};

export const UNTOUCHED: FormState = { sent: null, errors: {} };

export function sentForm(request: Request, errors: FieldErrors): FormState {
  return { sent: (name) => field(request, name), errors };
}

type Field = { name: string; label: string; value?: string };

const errorId = (name: string): string => `error-${name}`;

/** Attributes that tie an input to what is wrong with it; the first wrong one is where the merchant goes on. */
function described(state: FormState, name: string): Html {
  if (!(name in state.errors)) return NOTHING;
  const first = Object.keys(state.errors)[0] === name;
  return html` aria-invalid="true" aria-describedby="${errorId(name)}" ${first ? html`autofocus` : NOTHING}`;
}

function fieldError(state: FormState, name: string): Html {
  const error = state.errors[name];
  return error === undefined ? NOTHING : html`<span class="wrong" id="${errorId(name)}">${error}</span>`;
}

type Typed = Field & {
  mode?: 'decimal' | 'numeric' | 'text';
  hint?: string;
  /** The label stands in the table's head. */ quiet?: boolean;
  wide?: boolean;
};

export function textField(state: FormState, typed: Typed): Html {
  const { name, label, value = '', mode = 'text', hint, quiet = false, wide = false } = typed;
  const shown = state.sent ? state.sent(name) : value;
  return html`<label class="${wide ? 'wide-field' : ''}"
    ><span class="${quiet ? 'in-head' : ''}">${label}</span
    ><input
      name="${name}"
      inputmode="${mode}"
      value="${shown}"
      autocomplete="off"
      ${described(state, name)}
    />${hint === undefined ? NOTHING : html`<small>${hint}</small>`}${fieldError(state, name)}</label
  >`;
}

export function dateField(
  state: FormState,
  { name, label, min, max }: Field & { min: string; max: string },
): Html {
  const shown = state.sent ? state.sent(name) : '';
  return html`<label
    ><span>${label}</span
    ><input
      type="date"
      name="${name}"
      min="${min}"
      max="${max}"
      value="${shown}"
      ${described(state, name)}
    />${fieldError(state, name)}</label
  >`;
}

export type Option = [value: string, label: string];

export function selectField(state: FormState, select: Field & { options: Option[] }): Html {
  const { name, label, value = '', options } = select;
  const chosen = state.sent ? state.sent(name) : value;
  const option = ([own, text]: Option) =>
    html`<option value="${own}" ${own === chosen ? html`selected` : NOTHING}>${text}</option>`;
  return html`<label class="wide-field"
    ><span>${label}</span
    ><select name="${name}" ${described(state, name)}>
      ${options.map(option)}</select
    >${fieldError(state, name)}</label
  >`;
}

export function checkField(state: FormState, { name, label, checked }: Field & { checked: boolean }): Html {
  const on = state.sent ? state.sent(name) !== '' : checked;
  return html`<label class="check"
    ><input type="checkbox" name="${name}" value="1" ${on ? html`checked` : NOTHING} />${label}</label
  >`;
}
