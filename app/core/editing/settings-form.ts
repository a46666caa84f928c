// The settings that change a number: what earns, who is left out, and how points are called. They are part of the
// draft, and count with its next publish.
import { z } from 'zod';
import { programRules, type ProgramRules } from '../program/program-rules.ts';

const { names, counts, leftOutTags } = programRules.shape;
const settingsForm = z.object({ names, counts, leftOutTags });
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
  return { names: rules.names, counts: rules.counts, leftOutTags: rules.leftOutTags };
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
