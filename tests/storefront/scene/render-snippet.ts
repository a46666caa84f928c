// Renders one snippet by itself, as it is deployed, where its parameters have short names.
import { openExtension } from '#app/liquid/extension.ts';
import { parametersMade } from '#tests/tools/make-theme.ts';

const { engine } = openExtension('/assets/');

/** @param given its parameters, as they are written */
export function renderSnippet(name: string, globals: object, given: object): string {
  const made = parametersMade();
  const locals = Object.entries(given).map(([key, value]) => [made.get(key) ?? key, value] as const);
  return engine.render(name, globals, Object.fromEntries(locals)).trim();
}
