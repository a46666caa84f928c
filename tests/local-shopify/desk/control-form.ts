// What the network does to the webhooks of each topic: the form, and what was typed into it.
import type { Request } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import type { Control } from '#tests/local-shopify/webhooks/controls.ts';
import { typedCount } from './amounts.ts';
import { allErrors, checkField, textField } from './form.ts';
import type { FieldErrors, FormState, Read } from './form.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

const MOST_COPIES = 20;
const MOST_DELAY_S = 120;
const MOST_DROPPED = 100;

/** `*` stands for every topic that has nothing of its own. */
export function controlledTopics({ app }: LocalShopify): string[] {
  return ['*', ...new Set(app.subscriptions.map((one) => one.topic))];
}

type Controlled = [topic: string, control: Control];

export function controlForm(topics: string[], controls: Controlled[], state: FormState): Html {
  const known = new Map(controls);
  return html`<form class="box" method="post" action="/webhooks" novalidate>
    <table class="stacked controls">
      <thead>
        <tr>
          <th>Topic</th>
          <th>Times sent</th>
          <th>Seconds late</th>
          <th>Lose the next</th>
          <th>Order</th>
        </tr>
      </thead>
      <tbody>
        ${topics.map((topic) => controlRow(topic, known.get(topic) ?? {}, state))}
      </tbody>
    </table>
    <div class="actions">
      <button class="main">Save</button>
      <button name="clear" value="1">Let everything through</button>
    </div>
  </form>`;
}

function controlRow(topic: string, control: Control, state: FormState): Html {
  const { repeat = 1, delayMs = 0, dropNext = 0, reorder = false } = control;
  const number = (what: string, label: string, value: number) =>
    textField(state, { name: `${topic}.${what}`, label, value: String(value), mode: 'numeric', quiet: true });
  return html`<tr>
    <td>${topic === '*' ? 'All others' : topic}</td>
    <td>${number('repeat', 'Times sent', repeat)}</td>
    <td>${number('delay', 'Seconds late', delayMs / 1000)}</td>
    <td>${number('drop', 'Lose the next', dropNext)}</td>
    <td>${checkField(state, { name: `${topic}.reorder`, label: 'Newer first', checked: reorder })}</td>
  </tr>`;
}

function readControl(topic: string, request: Request): { control: Control; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const number = (what: string, most: number, least = 0) => {
    const count = typedCount(field(request, `${topic}.${what}`), most);
    if (count !== null && count >= least) return count;
    errors[`${topic}.${what}`] = `A whole number from ${least} to ${most}.`;
    return 0;
  };
  const repeat = field(request, `${topic}.repeat`) === '' ? 1 : number('repeat', MOST_COPIES, 1);
  const delayMs = number('delay', MOST_DELAY_S) * 1000;
  const dropNext = number('drop', MOST_DROPPED);
  const reorder = field(request, `${topic}.reorder`) !== '';
  return { control: { repeat, delayMs, dropNext, reorder }, errors };
}

const doesSomething = ({ repeat = 1, delayMs = 0, dropNext = 0, reorder = false }: Control): boolean =>
  repeat > 1 || delayMs > 0 || dropNext > 0 || reorder;

/** Those that do something; a topic that does nothing of its own follows `*`. */
export function readControls(topics: string[], request: Request): Read<Controlled[]> {
  const read = topics.map((topic) => ({ topic, ...readControl(topic, request) }));
  const errors = allErrors(read.map((one) => one.errors));
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const wanted = read.filter((one) => doesSomething(one.control));
  return { ok: true, value: wanted.map(({ topic, control }): Controlled => [topic, control]) };
}
