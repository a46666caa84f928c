// What merchants and shoppers wrote is text on the birthday's block: the signature, the reward's name, the shopper's own.
import { expect, test } from 'vitest';
import { reward } from '#tests/support/factories.ts';
import { renderBlock, type Block } from './scene/render-block.ts';
import { sampleMember } from './scene/sample-shop.ts';
import { BIRTHDAY_REWARD } from './states/birthday.ts';
import { readyReward } from './states/rewards.ts';

const HOSTILE = `</p><img src=x onerror="alert('1')"> [day] [gift] [first] {{ shop }} $& \\0 "'`;
const titled = reward({ key: 'five', title: { en: HOSTILE, fr: HOSTILE } });
const birthday = {
  month: 11,
  day: 21,
  setOn: '2026-01-05',
  givenYear: 2026,
  changeFrom: '2026-01-05',
};
const ready = readyReward(
  { price: 0, from: '2026-11-21', until: '2026-12-21', moment: 'birthday', title: titled.title },
  titled,
);
const program = {
  ...BIRTHDAY_REWARD,
  signature: { en: HOSTILE, fr: HOSTILE },
  rewards: BIRTHDAY_REWARD.rewards!.map((each) => ({ ...each, title: titled.title })),
};

const shown = (block: Block, member: object, firstName?: string) =>
  renderBlock(block, {
    language: 'en',
    program,
    member: sampleMember(member),
    ...(firstName !== undefined && { firstName }),
  });

test.each(['birthday', 'member', 'launcher'] as const)(
  '%s: no name, title or signature becomes HTML, or is taken for a place in the text',
  async (block) => {
    const { html, text } = await shown(block, { birthday, vouchers: [ready] }, HOSTILE);
    expect(html).not.toMatch(/<img src=x|onerror="alert/);
    // As it was written, each: what is put in isn't looked through for what else to put in.
    const said = HOSTILE.replace(/\s+/g, ' ');
    expect(text.split(said).length - 1).toBeGreaterThanOrEqual(3);
    expect(text).toContain(`Happy birthday, ${said}!`);
  },
);

test('a promise names the reward as it was written', async () => {
  const { html, text } = await shown('birthday', { birthday: { ...birthday, day: 30, givenYear: 2025 } });
  expect(html).not.toMatch(/<img src=x/);
  expect(text).toContain(`: ${HOSTILE.replace(/\s+/g, ' ')}.`);
});

test('who has no first name is wished well without one', async () => {
  for (const none of ['', '   ']) {
    const { text } = await shown('birthday', { birthday, vouchers: [ready] }, none);
    expect(text).toMatch(/^Happy birthday! Our birthday gift to you:/);
  }
});
