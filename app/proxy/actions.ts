import { birthdayAction } from './birthday.ts';
import { chooseAction } from './choose.ts';
import { lifeDateAction } from './life-date.ts';
import { changeAmountAction } from './change-amount.ts';
import { giveBackAction } from './give-back.ts';
import { historyAction } from './history.ts';
import { orderAnswerAction } from './order-answer.ts';
import { leaveAction, returnAction } from './leaving/leave.ts';
import type { ProxyAction } from './proxy-action.ts';
import { redeemAction } from './redeem.ts';

/** All that the shop's pages may ask of us: one line an action. */
export const PROXY_ACTIONS: readonly ProxyAction[] = [
  birthdayAction,
  chooseAction,
  lifeDateAction,
  redeemAction,
  changeAmountAction,
  giveBackAction,
  historyAction,
  leaveAction,
  returnAction,
  orderAnswerAction,
];
