// A shopper asks what became of an order of theirs. Another's is told as if there were none.
import { digitsIn, foldName, possibleNames } from '#app/core/order-answers/asked-name.ts';
import type { OrderAnswer } from '#app/core/order-answers/order-answer.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { ownOrder, personOfCustomer } from '#app/db/order-answers/asked-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { answerAbout } from './answer-about.ts';

export type OwnOrderAnswer = {
  answer: OrderAnswer;
  /** This and the cards: of the published program; null where there is no such shop. */
  names: ProgramRules['names'] | null;
  cards: ProgramRules['cards'];
  currency: string;
};

export async function askOwnOrder(
  shopId: number,
  customerId: string,
  typed: string,
): Promise<OwnOrderAnswer> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return { answer: { found: false }, names: null, cards: [], currency: '' };
  const { names, cards } = publishedVersion(program).rules;
  const { currency } = program;
  const called = possibleNames(typed, null).map(foldName);
  if (called.length === 0) return { answer: { found: false }, names, cards, currency };
  const person = await personOfCustomer(pool(), shopId, customerId);
  const row = await ownOrder(pool(), shopId, person, { names: called, digits: digitsIn(typed) });
  const answer = await answerAbout(shopId, program, row, { kind: 'shopper', ...person });
  return { answer, names, cards, currency };
}
