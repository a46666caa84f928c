import type { MomentSql } from './moment-sql.server.ts';

/** By the index of birthdays. */
export const birthday: MomentSql = {
  onDay: `m."birthMonth" = d.month and m."birthDay" = d.day`,
  facts: `'birthday', case when m."birthMonth" is not null and m."birthDay" is not null and m."birthdaySetOn" is not null
    then json_build_object('month', m."birthMonth", 'day', m."birthDay", 'setOn', m."birthdaySetOn") end`,
};
