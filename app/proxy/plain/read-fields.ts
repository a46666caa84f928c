// The fields of a plain form, as a browser without script sends them; and the body that a script would send in their place.

/** Null where one is told twice. What isn't known is left out. */
export function readFields(body: Buffer, known: readonly string[]): Record<string, string> | null {
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    if (!known.includes(name)) continue;
    if (Object.hasOwn(fields, name)) return null;
    fields[name] = value;
  }
  return fields;
}

const NUMBERS = ['day', 'month', 'year'];

export function asSent(fields: Readonly<Record<string, string>>): Buffer {
  const sent = Object.entries(fields).map(([name, value]) => {
    return [name, NUMBERS.includes(name) ? typedNumber(value) : value];
  });
  return Buffer.from(JSON.stringify(Object.fromEntries(sent)));
}

/** Null where nothing was typed; what is no number is refused beside its field. */
function typedNumber(value: string): number | null {
  const typed = value.trim();
  if (typed === '') return null;
  return /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
}
