// How the desk answers: pages, and changes that are either made or refused whole, with everything typed kept.
import type { Request, RequestHandler, Response } from 'express';
import { Refused } from '#tests/local-shopify/shop/refused.ts';
import { asyncRoute } from '#tests/local-shopify/storefront/async-route.ts';
import { sentForm } from './form.ts';
import type { FieldErrors, Read } from './form.ts';
import type { Html } from './html.ts';
import { adminPage } from './layout.ts';
import type { Said } from './said.ts';

export function sendPage(response: Response, shop: string, title: string, content: Html): void {
  response.send(adminPage({ title, shop, content }));
}

/** What an address says was just done, in words; null when it says nothing that the table knows. */
export function doneIn(request: Request, words: Record<string, string>): { done: string } | null {
  const { done } = request.query;
  const found = typeof done === 'string' && Object.hasOwn(words, done) ? words[done] : undefined;
  return found === undefined ? null : { done: found };
}

/** Where to go once it is made. */
export type Made = string;

export type Change = {
  form: string;
  /** Null when what is to be changed isn't there. */
  make: (request: Request) => Promise<Read<Made>> | null;
  /** The page as it was, with what was refused. */
  show: (request: Request, response: Response, said: Said) => void;
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The shop says no by throwing Refused; its words are for the merchant. Any other error is none of theirs. */
async function attempt(making: Promise<Read<Made>>): Promise<Read<Made>> {
  try {
    return await making;
  } catch (error) {
    if (error instanceof Refused) return { ok: false, errors: { '': sentence(error.message) } };
    throw error;
  }
}

export function change({ form, make, show }: Change): RequestHandler {
  return asyncRoute(async (request, response, next) => {
    const making = make(request);
    if (making === null) {
      next();
      return;
    }
    const made = await attempt(making);
    if (made.ok) response.redirect(303, made.value);
    else show(request, response.status(422), { form, state: sentForm(request, made.errors) });
  });
}

export function refused(errors: FieldErrors): Promise<Read<Made>> {
  return Promise.resolve({ ok: false, errors });
}
