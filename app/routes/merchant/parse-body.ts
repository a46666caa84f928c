import type { z } from 'zod';

/**
 * An action's body, as JSON by a schema. One that no page of ours sends is answered in one way, whichever the action:
 * 422, `{ok: false, reason: 'malformed'}`, thrown. A page reads it as any answer that didn't come (`keepWhatWasTyped`,
 * `ask`): what was typed stays, and it says that nothing was saved.
 */
export async function parseBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(parseJson(await request.text()));
  if (!parsed.success) throw Response.json({ ok: false, reason: 'malformed' }, { status: 422 });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, refuseUnstorable) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** PostgreSQL stores neither a zero nor half a character: nobody types them, and no query should fail over them. */
function refuseUnstorable(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && !isStorable(value)) throw new SyntaxError('not storable');
  return value;
}

function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}
