import type { Texts } from './en.ts';
import { birthdays } from './fr/birthdays.ts';
import { cards } from './fr/cards.ts';
import { explain } from './fr/explain.ts';
import { failures } from './fr/failures.ts';
import { flags } from './fr/flags.ts';
import { guide } from './fr/guide.ts';
import { health } from './fr/health.ts';
import { help } from './fr/help.ts';
import { history } from './fr/history.ts';
import { holdouts } from './fr/holdouts.ts';
import { home } from './fr/home.ts';
import { leaving } from './fr/leaving.ts';
import { ledger } from './fr/ledger.ts';
import { memberList } from './fr/member-list.ts';
import { memberRewards } from './fr/member-rewards.ts';
import { members } from './fr/members.ts';
import { pastOrders } from './fr/past-orders.ts';
import { momentFigures } from './fr/moment-figures.ts';
import { pausedMoments } from './fr/paused-moments.ts';
import { moments } from './fr/moments.ts';
import { movingIn } from './fr/moving-in.ts';
import { overview } from './fr/overview.ts';
import { notices } from './fr/notices.ts';
import { orderAnswers } from './fr/order-answers.ts';
import { ownOrder } from './fr/own-order.ts';
import { personalData } from './fr/personal-data.ts';
import { program } from './fr/program.ts';
import { purchases } from './fr/purchases.ts';
import { choosing } from './fr/choosing.ts';
import { memberDates } from './fr/member-dates.ts';
import { plainForms } from './fr/plain-forms.ts';
import { lifeDates } from './fr/life-dates.ts';
import { proxy } from './fr/proxy.ts';
import { rewardRecord } from './fr/reward-record.ts';
import { rewards } from './fr/rewards.ts';
import { redeeming } from './fr/redeeming.ts';
import { setAside } from './fr/set-aside.ts';
import { settings } from './fr/settings.ts';
import { shell } from './fr/shell.ts';
import { stories } from './fr/stories.ts';
import { takingOut } from './fr/taking-out.ts';
import { tasks } from './fr/tasks.ts';
import { terms } from './fr/terms.ts';
import { trouble } from './fr/trouble.ts';
import { whereSeen } from './fr/where-seen.ts';
import { who } from './fr/who.ts';

export const fr: Texts = {
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
