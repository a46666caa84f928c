// What the form of a reward asks of its kind: how it is typed in, and what was typed.
import type { GivesOf, KindName } from '../../rewards/kinds/reward-kind.ts';
import type { Place } from '../../rewards/law/law-pack.ts';
import { amountText } from '../../values/amount-text.ts';
import { parseAmount } from '../../values/parse-amount.ts';
import { wholeProblem } from '../../values/whole-number.ts';
import type { FieldProblem } from '../field-errors.ts';
import type { FormWording, Picked } from '../picked.ts';

/** Text as it is typed; money in the currency's major unit. Which of them a kind knows is its own affair. */
export type GivesForm = {
  amount: string;
  percent: string;
  of: 'order' | 'chosen';
  products: Picked[];
  collections: Picked[];
  /** Empty: any price. */
  upTo: string;
  least: string;
  /** Empty: no ceiling. */
  most: string;
  /** Percent. */
  share: string;
};

export const NOTHING_GIVEN: GivesForm = {
  amount: '',
  percent: '',
  of: 'order',
  products: [],
  collections: [],
  upTo: '',
  least: '',
  most: '',
  share: '100',
};

/** Says what is wrong with a field of one reward. */
export type Report = (field: string, problem: FieldProblem | null) => void;

/** In the currency of the shop. */
export type Reading = { currency: string; report: Report };

/** What a new reward is measured by. */
export type Beginning = { currency: string; place: Place | null };

export type FormKind<K extends KindName> = {
  /** What its fields begin with when the merchant chooses this kind. */
  begin?: (beginning: Beginning) => Partial<GivesForm>;
  /** The fields that it knows. */
  write: (gives: GivesOf<K>, wording: FormWording) => Partial<GivesForm>;
  /** Every problem is reported; what has one means nothing. */
  read: (form: GivesForm, reading: Reading) => GivesOf<K>;
};

export const moneyText = (minor: number | null, { currency }: { currency: string }): string =>
  minor === null ? '' : amountText(minor, currency);

export function readMoney(typed: string, field: keyof GivesForm, { currency, report }: Reading): number {
  const { minor, problem } = parseAmount(typed, currency);
  report(field, problem);
  return minor;
}

/** Null where nothing is typed. */
export function readOptionalMoney(typed: string, field: keyof GivesForm, reading: Reading): number | null {
  return typed.trim() === '' ? null : readMoney(typed, field, reading);
}

export function readPercent(typed: string, field: keyof GivesForm, { report }: Reading): number {
  const problem = wholeProblem(typed, 100);
  report(field, problem === 'tooLarge' || problem === 'tooSmall' ? 'percentRange' : problem);
  return Number(typed);
}
