// Problems in what was typed, by field.
import type { MomentProblem } from '../moments/parse-moment-form.ts';
import type { NumberProblem } from '../values/whole-number.ts';

/** Problems of a form, and of what is to be published: keys of `texts.program.problems`. */
export type FieldProblem =
  | NumberProblem
  | MomentProblem
  | 'tooPrecise'
  | 'tooLong'
  | 'sizeRange'
  | 'tooManyPoints'
  | 'tooManyCards'
  | 'tooManyProducts'
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
  | 'functionsNotAvailable'
  | 'notInShop'
  | 'malformed';

/**
 * By field: `points`, `perAmount`, `cards`, and of a card `cards.0.title.en`, `.noun.en`, `.shape`, `.size`, `.products`, `.withTags`,
 * `.withoutTags`, `.maxPrice`, `.startsOn`, `.endsOn`; of an occasion `occasions.birthday.points`.
 */
export type FieldErrors = Record<string, FieldProblem>;
