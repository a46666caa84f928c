// POST /proxy/leave and /proxy/return: a shopper leaves the program, or comes back to it.
import { z } from 'zod';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { textsOf } from '#app/locales/texts.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { returnToProgram } from '#app/usecases/leaving/return-to-program.ts';
import { parseSent } from '../parse-sent.ts';
import { proxyAction, type ParsedBody, type ToConfirm } from '../proxy-action.ts';

const sentLeaving = z.object({ requestKey: z.guid() });
type SentLeaving = z.infer<typeof sentLeaving>;

export const leaveAction = proxyAction({
  path: '/proxy/leave',
  method: 'POST',
  signIn: ({ leaving }) => leaving.signIn,
  parse: parseLeaving,
  act: async ({ shopId, customerId, language, since }, { requestKey }) => {
    await leaveProgram(shopId, customerId, requestKey.toLowerCase(), since);
    return { status: 200, ok: true, message: textsOf(language).leaving.done };
  },
  plain: {
    title: ({ leaving }) => leaving.title,
    fields: [],
    confirm: ({ language }) => asked(language, ({ leaving }) => leaving.title),
  },
});

export const returnAction = proxyAction({
  path: '/proxy/return',
  method: 'POST',
  signIn: ({ leaving }) => leaving.signIn,
  parse: parseLeaving,
  act: async ({ shopId, customerId, language, since }, { requestKey }) => {
    await returnToProgram(shopId, customerId, requestKey.toLowerCase(), since);
    return { status: 200, ok: true, message: textsOf(language).leaving.returned };
  },
  plain: {
    title: ({ leaving }) => leaving.comeBack,
    fields: [],
    confirm: ({ language }) => asked(language, ({ leaving }) => leaving.comeBack),
  },
});

const asked = (language: Language, line: (texts: Texts) => string): Promise<ToConfirm> =>
  Promise.resolve({ ok: true, sentences: [line(textsOf(language))] });

function parseLeaving(body: Buffer): ParsedBody<SentLeaving> {
  const { sent, language } = parseSent(body);
  const read = sentLeaving.safeParse(sent);
  if (read.success) return { ok: true, language, sent: read.data };
  const message = textsOf(language).proxy.unreadable;
  return { ok: false, language, refusal: { status: 400, ok: false, message } };
}
