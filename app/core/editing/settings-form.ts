// The settings of the whole program: what earns, who is left out, how points are called, and who signs. They are part of the
// draft, and count with its next publish.
import { z } from 'zod';
import { programRules, SETTINGS_LIMITS, type ProgramRules } from '../program/program-rules.ts';
import { byLanguage, inEachLanguage } from '../values/languages.ts';

const { names, counts, leftOutTags } = programRules.shape;
/** Empty where nobody signs. Missing in what a page of an older version sends: it stays as it is. */
const signatureForm = inEachLanguage(z.string().trim().max(SETTINGS_LIMITS.signatureLetters)).optional();
const settingsForm = z.object({ names, counts, leftOutTags, signature: signatureForm });
export type SettingsForm = z.infer<typeof settingsForm>;

/** The settings as their page sends them: `revision` is the draft's, as the edit began with it. */
const sentSettings = z.object({ value: settingsForm, revision: z.int().min(0) });

/** Keys of `texts.settings.problems`. */
export type SettingsProblem = 'required' | 'tooLong' | 'tooMany' | 'comma' | 'malformed';
/** By field, e.g. `names.en.one`, `leftOutTags`. */
export type SettingsErrors = Partial<Record<string, SettingsProblem>>;

export type ParsedSettings =
  { ok: true; value: SettingsForm; revision: number } | { ok: false; errors: SettingsErrors };

export function parseSettings(sent: unknown): ParsedSettings {
  const read = sentSettings.safeParse(sent);
  if (read.success) return { ok: true, value: withoutTwins(read.data.value), revision: read.data.revision };
  const problems = read.error.issues.map((issue) => [fieldOf(issue.path), problemOf(issue)] as const);
  // The first problem of a field is the one that is said.
  return { ok: false, errors: Object.fromEntries(problems.reverse()) };
}

/** The part of the rules that the page shows. */
export function settingsOf(rules: ProgramRules): SettingsForm {
  const { names, counts, leftOutTags } = rules;
  return { names, counts, leftOutTags, signature: rules.signature ?? byLanguage(() => '') };
}

/** The rules with what was typed. Who signs in one language signs so in the others, unless they say another. */
export function withSettings(
  rules: ProgramRules,
  { signature: typed, ...settings }: SettingsForm,
): ProgramRules {
  if (!typed) return { ...rules, ...settings };
  const { signature: _, ...rest } = rules;
  const any = Object.values(typed).find((text) => text !== '');
  const signature = any === undefined ? undefined : byLanguage((language) => typed[language] || any);
  return { ...rest, ...settings, ...(signature && { signature }) };
}

/** Shopify's tags differ in more than capitals. */
function withoutTwins(form: SettingsForm): SettingsForm {
  const known = new Map(form.leftOutTags.map((tag) => [tag.toLowerCase(), tag]));
  return { ...form, leftOutTags: [...known.values()] };
}

/** The form shows one field for all tags. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [, ...field] = path.map(String);
  return field[0] === 'leftOutTags' ? 'leftOutTags' : field.join('.');
}

function problemOf({ code, path }: z.core.$ZodIssue): SettingsProblem {
  if (code === 'too_small') return 'required';
  if (code === 'too_big') return path.length === 2 && path[1] === 'leftOutTags' ? 'tooMany' : 'tooLong';
  return code === 'invalid_format' ? 'comma' : 'malformed';
}
