// The admin's texts in English. One file per part of the app; French has the same keys, or it doesn't compile.
import { birthdays } from './en/birthdays.ts';
import { cards } from './en/cards.ts';
import { explain } from './en/explain.ts';
import { failures } from './en/failures.ts';
import { flags } from './en/flags.ts';
import { guide } from './en/guide.ts';
import { health } from './en/health.ts';
import { help } from './en/help.ts';
import { history } from './en/history.ts';
import { holdouts } from './en/holdouts.ts';
import { home } from './en/home.ts';
import { leaving } from './en/leaving.ts';
import { ledger } from './en/ledger.ts';
import { memberList } from './en/member-list.ts';
import { memberRewards } from './en/member-rewards.ts';
import { members } from './en/members.ts';
import { pastOrders } from './en/past-orders.ts';
import { momentFigures } from './en/moment-figures.ts';
import { pausedMoments } from './en/paused-moments.ts';
import { moments } from './en/moments.ts';
import { movingIn } from './en/moving-in.ts';
import { overview } from './en/overview.ts';
import { notices } from './en/notices.ts';
import { orderAnswers } from './en/order-answers.ts';
import { ownOrder } from './en/own-order.ts';
import { personalData } from './en/personal-data.ts';
import { program } from './en/program.ts';
import { purchases } from './en/purchases.ts';
import { choosing } from './en/choosing.ts';
import { memberDates } from './en/member-dates.ts';
import { plainForms } from './en/plain-forms.ts';
import { lifeDates } from './en/life-dates.ts';
import { proxy } from './en/proxy.ts';
import { rewardRecord } from './en/reward-record.ts';
import { rewards } from './en/rewards.ts';
import { redeeming } from './en/redeeming.ts';
import { setAside } from './en/set-aside.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { stories } from './en/stories.ts';
import { takingOut } from './en/taking-out.ts';
import { tasks } from './en/tasks.ts';
import { terms } from './en/terms.ts';
import { trouble } from './en/trouble.ts';
import { whereSeen } from './en/where-seen.ts';
import { who } from './en/who.ts';

export const en = {
  shell,
  explain,
  failures,
  help,
  history,
  holdouts,
  home,
  guide,
  stories,
  takingOut,
  trouble,
  health,
  program,
  overview,
  pastOrders,
  purchases,
  whereSeen,
  cards,
  flags,
  setAside,
  ledger,
  members,
  orderAnswers,
  ownOrder,
  memberList,
  memberRewards,
  movingIn,
  settings,
  choosing,
  memberDates,
  plainForms,
  lifeDates,
  proxy,
  rewards,
  rewardRecord,
  redeeming,
  tasks,
  terms,
  personalData,
  leaving,
  birthdays,
  moments,
  pausedMoments,
  momentFigures,
  notices,
  who,
};

export type Texts = typeof en;
