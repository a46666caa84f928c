// A form that a browser without script sends. Any page of the web can send one in the shopper's name, so it changes nothing: it is
// answered with a page that says what would be done, and what that page sends, sealed, is done as a script would have it done.
import { randomUUID } from 'node:crypto';
import { now } from '#app/clock.server.ts';
import { config } from '#app/config.server.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import type { ProxyCaller } from '#app/shopify/signatures/proxy-signature.ts';
import type { PageAnswer } from '../pages/proxy-page.ts';
import { onlyLine } from '../pages/proxy-page.ts';
import type { PlainAction, ProxyAction } from '../proxy-action.ts';
import { isSealed, sealForm } from './form-seal.ts';
import { answerPage, questionPage } from './plain-pages.ts';
import { asSent, readFields } from './read-fields.ts';

export async function answerPlainForm(
  action: ProxyAction,
  plain: PlainAction,
  caller: ProxyCaller,
  body: Buffer,
): Promise<PageAnswer> {
  const read = readFields(body, [...plain.fields, 'language', 'requestKey', 'until', 'seal']);
  if (!read) return onlyLine(400, ({ proxy }) => proxy.unreadable);
  const { until, seal, ...fields } = read;
  const page = { title: plain.title, language: languageOf(fields['language']) };
  const sealed = { action: action.path, caller, fields };
  if (plain.confirm === null || isSealed(sealed, { until, seal }, config().apiSecrets, now())) {
    return answerPage(page, await action.answer(caller, asSent(fields)));
  }
  // Its own key makes a second press of the button the same request.
  const asked = { ...fields, language: page.language, requestKey: randomUUID() };
  const toConfirm = await plain.confirm(caller, asSent(asked));
  if (!toConfirm.ok) return answerPage(page, toConfirm.answer);
  const [secret] = config().apiSecrets;
  const signed = sealForm({ ...sealed, fields: asked }, secret, now());
  const to = `${caller.path}${action.path.slice('/proxy'.length)}`;
  return questionPage(page, toConfirm.sentences, { to, fields: { ...asked, ...signed } });
}

const languageOf = (said: string | undefined): Language => LANGUAGES.find((each) => each === said) ?? 'en';
