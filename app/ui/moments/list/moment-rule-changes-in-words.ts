// The changes between the moments of two programs, a sentence and a line each.
import {
  momentRuleChanges,
  type MomentPart,
  type MomentRuleChange,
} from '#app/core/moments/moment-rule-changes.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Holdout } from '#app/core/holdouts/holdout.ts';
import { LANGUAGES, type Language, type Localized } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatDay, formatMoney, formatNumber, formatPercent } from '#app/ui/values/format.ts';
import type { ChangeLine } from '../../editing/change-line.ts';
import type { Wording } from '../../stamps/card-terms.ts';
import { describeWho } from '../../who/describe-who.ts';
import { causeInWords, momentRuleSentence, offersInWords } from './moment-rule-sentence.ts';

type Side = { rules: ProgramRules; moment: MomentRule | null };
type Sided = { change: MomentRuleChange; was: Side; is: Side };

export function momentRuleChangesInWords(
  before: ProgramRules,
  after: ProgramRules,
  wording: Wording,
): string[] {
  const { change: say } = textsOf(wording.language).moments;
  return sides(before, after).map(({ change, was, is }) => {
    const title = (is.moment ?? was.moment)?.title[wording.language] ?? '';
    if (change.kind !== 'moment-changed') {
      return is.moment
        ? say.added(title, momentRuleSentence(is.moment, is.rules, wording))
        : say.ended(title);
    }
    const line = lineOf(change.part, was, is, wording);
    return say.part(line.what, line.after, line.before ?? '');
  });
}

export function momentRuleChangesInShort(
  before: ProgramRules,
  after: ProgramRules,
  wording: Wording,
): ChangeLine[] {
  const { moments, overview } = textsOf(wording.language);
  return sides(before, after).map(({ change, was, is }): ChangeLine => {
    const title = (is.moment ?? was.moment)?.title[wording.language] ?? '';
    if (change.kind !== 'moment-changed') {
      return { what: title, before: null, after: is.moment ? moments.added : overview.ends };
    }
    return lineOf(change.part, was, is, wording);
  });
}

function sides(before: ProgramRules, after: ProgramRules): Sided[] {
  const side = (rules: ProgramRules, key: string): Side => {
    return { rules, moment: rules.moments?.find((moment) => moment.key === key) ?? null };
  };
  return momentRuleChanges(before.moments, after.moments).map((change) => {
    return { change, was: side(before, change.key), is: side(after, change.key) };
  });
}

function lineOf(part: MomentPart, was: Side, is: Side, wording: Wording): ChangeLine {
  const { moments, overview } = textsOf(wording.language);
  const value = (side: Side) => (side.moment ? valueOf(part, side.moment, side.rules, wording) : '');
  const what = overview.partOf(is.moment?.title[wording.language] ?? '', moments.parts[part]);
  return { what, before: value(was), after: value(is) };
}

function valueOf(part: MomentPart, moment: MomentRule, rules: ProgramRules, wording: Wording): string {
  const { language, currency } = wording;
  const { moments: say } = textsOf(language);
  switch (part) {
    case 'title':
      return inBoth(moment.title, wording);
    case 'when':
      return causeInWords(moment, language);
    case 'who':
      return describeWho(moment.who, wording);
    case 'offers':
      return offersInWords(moment.offers, rules, wording);
    case 'openDays':
      return formatNumber(moment.openDays, language);
    case 'ceiling': {
      const { ceiling } = moment;
      if (!ceiling) return say.noCeiling;
      return ceiling.of === 'points'
        ? say.pointsInAll(formatNumber(ceiling.most, language))
        : say.moneyInAll(formatMoney(ceiling.most, currency, language));
    }
    case 'holdout':
      return moment.holdout ? holdoutInWords(moment.holdout, language) : say.nobodyHeldOut;
    case 'advice':
    case 'consent': {
      const words = moment[part];
      return words ? inBoth(words, wording) : say.noWords;
    }
  }
}

function holdoutInWords({ percent, until }: Holdout, language: Language): string {
  const { moments: say } = textsOf(language);
  return say.share(formatPercent(percent, language), formatDay(until, language));
}

function inBoth(words: Localized, { language }: Wording): string {
  const { overview } = textsOf(language);
  return overview.quoted(LANGUAGES.map((each) => words[each]).join(' / '));
}
