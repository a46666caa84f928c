// One log: JSON lines, each with the request, job and shop it belongs to. Never tokens, bodies or personal data; whole lines
// are scrubbed because libraries, and Shopify in its errors, quote what they were given.
import pino from 'pino';
import { logLevel } from './config.server.ts';
import { logContext } from './log-context.ts';

const SECRETS = [
  /eyJ[\w-]+\.[\w-]+\.[\w-]+/g, // session tokens
  /shp(?:at|ca|pa|rt|ss|ua)_\w+/g, // access and refresh tokens, secrets
  /(?<=[?&]?(?:id_token|hmac|signature)=)[^&\s"'\\]+/g,
  /(?<=postgres(?:ql)?:\/\/[^:/\s"]+:)[^@\s"\\]+(?=@)/g,
  /(?<=gid:\/\/shopify\/Customer\/|logged_in_customer_id=)\d+/g,
  // E-mail addresses; where one follows an escape such as \n of a line of JSON, the escape is none of it.
  /(?:(?<=(?<!\\)(?:\\\\)*\\(?:[\\bfnrt]|u[\da-f]{4}))|(?<![\w.+%\\-]))[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g,
];

/** The same text, a line of JSON too, without anything that opens a door or names a customer. */
export function scrub(text: string): string {
  return SECRETS.reduce((clean, secret) => clean.replace(secret, '…'), text);
}

type LoggedError = { type: string; message: string; code?: unknown; stack?: string; cause?: LoggedError };

/** Causes deeper than these are none that anybody meant: an error may have itself as its cause. */
const DEEPEST = 8;

function describe(error: unknown, depth = DEEPEST): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(textOf(error)) };
  return {
    type: error.name,
    message: scrub(error.message),
    ...('code' in error ? { code: error.code } : {}),
    ...(error.stack === undefined ? {} : { stack: scrub(error.stack) }),
    ...(error.cause === undefined || depth === 0 ? {} : { cause: describe(error.cause, depth - 1) }),
  };
}

/** Of whatever was thrown: an object without a prototype has no text of its own. */
const textOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && !('toString' in thrown) ? '[object]' : String(thrown);

export const log = pino({
  level: logLevel(),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: logContext,
  serializers: { err: (error: unknown) => describe(error) },
  hooks: { streamWrite: scrub },
  redact: { paths: ['accessToken', 'refreshToken', '*.accessToken', '*.refreshToken'], censor: '…' },
});
