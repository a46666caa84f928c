// A section of the program: what one feature lets the merchant set. Its schema is part of program-rules.ts, its fields are
// part of program-form.ts; how it is read, compared and held back is declared here, and listed in sections.ts. Its words and
// its place on the page are declared in ui/editing/sections.ts.
import type { MomentChange } from '../moments/moment-changes.ts';
import type { MomentRuleChange } from '../moments/moment-rule-changes.ts';
import type { MomentPublishProblem } from '../moments/moment-problems.ts';
import type { MomentRuleProblem } from '../moments/moment-rule-problems.ts';
import type { MomentKind } from '../moments/kinds/moment-kinds.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import type { RewardChange } from '../rewards/reward-changes.ts';
import type { RewardProblem } from './reward-problems.ts';
import type { CardChange } from './card-changes.ts';
import type { CardProblem } from './card-problems.ts';
import type { EarnChange } from './earn-changes.ts';
import type { EarnProblem } from './earn-problems.ts';
import type { FieldErrors } from './field-errors.ts';
import type { NeverChange } from './never-form.ts';
import type { ProgramForm } from './program-form.ts';
import type { PublishContext } from './publish-context.ts';
import type { RunningChange } from './running-changes.ts';
import type { SettingsChange } from './settings-changes.ts';

/** `field` is a list of the rules. */
type LengthProblem = { field: string; reason: 'tooLongForPages' };

export type PublishProblem =
  EarnProblem | CardProblem | RewardProblem | MomentPublishProblem | MomentRuleProblem | LengthProblem;

export type ProgramChange =
  | EarnChange
  | CardChange
  | RewardChange
  | MomentChange
  | MomentRuleChange
  | NeverChange
  | SettingsChange
  | RunningChange;

/** The part of the screens where a change was made: the earn rule, what never counts, one card, reward, occasion or moment, or the settings. */
export type ChangedPart =
  | 'earn'
  | 'never'
  | 'settings'
  | `reward/${string}`
  | `card/${string}`
  | `occasion/${MomentKind}`
  | `moment/${string}`;

/** `usedKeys` are the keys of cards and rewards of every draft and version so far, `base` is the draft. */
export type ParseContext = { currency: string; usedKeys: ReadonlySet<string>; base: ProgramRules };

export type Section = {
  /** From what was typed to rules; every problem is added to `errors`, by its field. A section without has its own page. */
  parse?: (form: ProgramForm, context: ParseContext, errors: FieldErrors) => Partial<ProgramRules>;
  /** The problems between the rules and their publication. */
  problems?: (rules: ProgramRules, context: PublishContext) => PublishProblem[];
  /** Empty when both mean the same. */
  changes: (before: ProgramRules, after: ProgramRules) => ProgramChange[];
  /** Parts of the screens that have changed. */
  changedParts: (before: ProgramRules, after: ProgramRules) => ChangedPart[];
};
