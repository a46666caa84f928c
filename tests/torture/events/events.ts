// Everything that may happen, one line each; CONTRIBUTING has the recipe.
import { adjustBalance } from './adjust-balance.ts';
import { breakCodes } from './break-codes.ts';
import { cancelOrder } from './cancel-order.ts';
import { deleteOrder } from './delete-order.ts';
import { editOrder } from './edit-order.ts';
import { giveBack } from './give-back.ts';
import { giveFavour } from './give-favour.ts';
import { giveReward, takeBackReward } from './give-reward.ts';
import { mergeCustomers } from './merge-customers.ts';
import { moveOrder } from './move-order.ts';
import { payOrder } from './pay-order.ts';
import { placeOrder } from './place-order.ts';
import { publish } from './publish.ts';
import { redeem, tapAgain } from './redeem.ts';
import { refundLines } from './refund-lines.ts';
import { renewOrder } from './renew-order.ts';
import { takeCodeOff } from './take-code-off.ts';
import { tellAgain } from './tell-again.ts';
import { comeAndGo } from './come-and-go.ts';
import { eraseCustomer } from './erase-customer.ts';
import { leaveOrder } from './leave-order.ts';
import { leaveOut } from './leave-out.ts';
import { leaveProgram, returnToProgram } from './leave-program.ts';
import { chooseGift } from './choose-gift.ts';
import { doTask } from './do-task.ts';
import { giveList } from './give-list.ts';
import { moveClock } from './move-clock.ts';
import { moveIn } from './move-in.ts';
import { pastOrders } from './past-orders.ts';
import { pauseMoment } from './pause-moment.ts';
import { pauseProgram } from './pause-program.ts';
import { ringTheMinute } from './ring-the-minute.ts';
import { sendParcel } from './send-parcel.ts';
import { sayYes } from './say-yes.ts';
import { tellDate } from './tell-date.ts';
import type { TortureEvent } from './torture-event.ts';

export const EVENTS: readonly TortureEvent[] = [
  placeOrder,
  renewOrder,
  payOrder,
  editOrder,
  refundLines,
  giveFavour,
  cancelOrder,
  deleteOrder,
  tellAgain,
  moveOrder,
  mergeCustomers,
  adjustBalance,
  publish,
  comeAndGo,
  eraseCustomer,
  leaveOrder,
  leaveOut,
  leaveProgram,
  returnToProgram,
  moveClock,
  redeem,
  tapAgain,
  giveBack,
  giveReward,
  takeBackReward,
  breakCodes,
  takeCodeOff,
  chooseGift,
  tellDate,
  sayYes,
  sendParcel,
  giveList,
  doTask,
  ringTheMinute,
  pauseMoment,
  pauseProgram,
  pastOrders,
  moveIn,
];
