import type { ProgramRules } from '../program/program-rules.ts';

/** A version that was just published: what features that react to a publish are told. The shop is locked. */
export type PublishedChange = {
  shopId: number;
  timeZone: string;
  before: ProgramRules;
  after: ProgramRules;
  publishedAt: Date;
};
