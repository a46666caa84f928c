// The form of a sentence for a count. English has two, French says 0 and 1 alike, Polish has four: a text names those
// that its language tells apart.

/** The plural categories of Unicode's CLDR, as `Intl.PluralRules` gives them. */
export type PluralForm = Intl.LDMLPluralRule;

/** A form that a language doesn't tell apart is said as `other`. */
export function pick(
  form: PluralForm,
  forms: { other: string } & Partial<Record<PluralForm, string>>,
): string {
  return forms[form] ?? forms.other;
}
