import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { ChangedPart } from '#app/core/editing/section.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { ProgramData } from './program-data.ts';
import type { TypedRules } from './use-typed-rules.ts';

/** The props of each section of the program's page. */
export type EditProps = {
  value: ProgramForm;
  change: (fields: Partial<ProgramForm>) => void;
  errors: FieldErrors;
  /** The parts that differ from the published version. */
  changed: ReadonlySet<ChangedPart>;
  typed: TypedRules;
  published: ProgramRules;
  data: ProgramData;
};
