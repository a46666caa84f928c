// A moment of the merchant's own making: of any kind, with the kind's first values, and without a title.
import { CAUSE_KINDS, causeOf, type CauseKind } from '../moments/causes/cause-kinds.ts';
import { MOMENTS } from '../moments/kinds/moment-kinds.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { byLanguage, type Localized } from '../values/languages.ts';
import { emptyMoment, type MomentRuleForm } from './moment-rule-form.ts';

/** Where a ready-made one has its key. */
export const OWN = 'own';

type Draft = Pick<ProgramRules, 'occasions'>;

/** A second birthday comes once there is a first: that one asks for the date. */
export function lacksFirst(kind: CauseKind, { occasions }: Draft): boolean {
  return MOMENTS.some((one) => one === kind) && !occasions.some((occasion) => occasion.kind === kind);
}

export function kindsToMake(draft: Draft): CauseKind[] {
  return CAUSE_KINDS.filter((kind) => !lacksFirst(kind, draft));
}

/** @param consent what members agree to, until the merchant writes it otherwise */
export function ownMoment(consent: Localized): MomentRuleForm {
  const untitled = byLanguage(() => '');
  return agreedTo(emptyMoment('joined', untitled), consent);
}

/** Another kind: its title, its gifts and who it is for stay as they are typed. */
export function withKind(form: MomentRuleForm, kind: CauseKind, consent: Localized): MomentRuleForm {
  const { title, offers, who, ceilingOf, ceiling } = form;
  return agreedTo({ ...emptyMoment(kind, title), offers, who, ceilingOf, ceiling }, consent);
}

export function agreedTo(form: MomentRuleForm, consent: Localized): MomentRuleForm {
  return causeOf(form.kind).words.includes('consent') ? { ...form, consent: { ...consent } } : form;
}
