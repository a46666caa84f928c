// Whether an error says that the database can't be reached, or that a connection to it was lost: nobody's fault, over by
// itself, and never a reason for a process to end or for work to be given up.

/**
 * Of PostgreSQL: no connection, shutting down, starting up, too many of us, idle for too long; nobody is let in, or not to
 * this database; only a copy answers, that takes nothing; a row that somebody holds for too long.
 */
const STATES = /^(08...|57P0[1-5]|53300|25P03|28...|3D000|25006|55P03)$/;
/** Of the operating system, when it can't connect or is cut off. */
const SYSTEM =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Of Prisma, which reads sessions: P1001 not reached, P1002 and P1008 too late, P1017 closed, P2024 and P2037 no place. */
const PRISMA = /^(P1001|P1002|P1008|P1017|P2024|P2037)$/;
const KINDS = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** What `pg` says in words only. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** Causes deeper than these are none that anybody meant: an error may have itself as its cause. */
const DEEPEST = 8;

/** Looks into causes as well, and into every address that was tried. */
export function isConnectionLost(error: unknown): boolean {
  return isLostWithin(error, DEEPEST);
}

function isLostWithin(error: unknown, depth: number): boolean {
  if (!(error instanceof Error) || depth === 0) return false;
  const within = (one: unknown) => isLostWithin(one, depth - 1);
  if (error instanceof AggregateError && error.errors.some(within)) return true;
  return WORDS.test(error.message) || isOfConnection(error) || within(error.cause) || ofAdapter(error);
}

/** Prisma's adapter tells what PostgreSQL said in a cause that is no Error. */
const ofAdapter = ({ name, cause }: Error): boolean => name === 'DriverAdapterError' && isOfConnection(cause);

function isOfConnection(told: unknown): boolean {
  if (typeof told !== 'object' || told === null) return false;
  const codes = ['code', 'originalCode'].map((key) => textOf(told, key));
  const kinds = KINDS.test(textOf(told, 'kind'));
  return kinds || codes.some((code) => STATES.test(code) || SYSTEM.test(code) || PRISMA.test(code));
}

function textOf(told: object, key: string): string {
  const value: unknown = Reflect.get(told, key);
  return typeof value === 'string' ? value : '';
}
