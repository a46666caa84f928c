// Problems in what was typed, by field.
import type { MomentProblem } from './parse-moment-form.ts';
import type { MomentRuleProblem } from '../moments/moment-rule-problems.ts';
import type { ConditionLack } from '../who/conditions/condition.ts';
import type { NumberProblem } from '../values/whole-number.ts';

/** Problems of a form, and of what is to be published: keys of `texts.program.problems`. */
export type FieldProblem =
  | NumberProblem
  | MomentProblem
  | MomentRuleProblem['reason']
  | 'tooPrecise'
  | 'tooLong'
  | 'sizeRange'
  | 'tooManyPoints'
  | 'tooManyCards'
  | 'tooManyProducts'
  | 'tooManyBought'
  | 'collectionTooLarge'
  | 'tooManyTags'
  | 'tagTooLong'
  | 'notADate'
  | 'endsBeforeStart'
  | 'titleTwice'
  | 'nounShape'
  | 'nounArticle'
  | 'nounTooLong'
  | 'noProducts'
  | 'tooMuchForCart'
  | 'codeNeedsPrice'
  | 'codeTakesNoTags'
  | 'rewardNeedsFunctions'
  | 'anyAmountTwice'
  | 'giftCardChosen'
  | 'tooManyRewards'
  | 'tooManyForReward'
  | 'tooManyFree'
  | 'mostBelowLeast'
  | 'tooManyNever'
  | 'rewardTitleTwice'
  | 'noRewardProducts'
  | 'percentRange'
  | 'lastsRange'
  | 'usableTooEarly'
  | 'limitAboveAll'
  | 'limitAbovePerson'
  | 'givesTooMuch'
  | 'neverTakenOff'
  | 'eitherKind'
  | 'tooLongForPages'
  | 'notInShop'
  | 'noGiftReward'
  | 'tooManyMoments'
  | 'tooManyChoices'
  | 'outOfRange'
  | ConditionLack
  | 'holdoutRange'
  | 'malformed';

/**
 * By field: `points`, `perAmount`, `cards`, and of a card `cards.0.title.en`, `.noun.en`, `.shape`, `.size`, `.products`, `.withTags`,
 * `.withoutTags`, `.maxPrice`, `.startsOn`, `.endsOn`; of a reward `rewards.0.cost` and so on by the names of its form;
 * of an occasion `occasions.birthday.points`, `.reward`, `.who.0`; `neverEarns`.
 */
export type FieldErrors = Record<string, FieldProblem>;
