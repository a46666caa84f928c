// For routes with a form: a save that fails (no connection, a session that ended, a bug) is an answer of the form, and
// not an error page in its place, which would take with it what the merchant typed. A route with a form writes
//   export const clientAction = keepWhatWasTyped;
//   export const shouldRevalidate = revalidateUnlessRefused;
import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from '@remix-run/react';

/** The answer that a form gets when its action gave none. */
export type NotSaved = { ok: false; reason: 'not-saved' };
/** Another one each time: forms know an answer to their latest try by its being another than the one before. */
const notSaved = (): NotSaved => ({ ok: false, reason: 'not-saved' });

/** A server that hangs is given up: what comes later is met by the revision, or the request's key, of the next try. */
const LONGEST_MS = 30_000;

export async function keepWhatWasTyped({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await Promise.race([serverAction(), givenUp()]);
  } catch (error) {
    // A redirect is the action's answer too.
    if (error instanceof Response && error.status < 400) throw error;
    return notSaved();
  }
}

const givenUp = (): Promise<NotSaved> =>
  new Promise((answer) => setTimeout(() => answer(notSaved()), LONGEST_MS));

/** An action that was refused or failed changed nothing; reading again might even fail for the same reason. */
export function revalidateUnlessRefused(args: ShouldRevalidateFunctionArgs): boolean {
  const answer: unknown = args.actionResult;
  const refused = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
  return !refused && args.defaultShouldRevalidate;
}
