// A process that dies between any two things that it does: after a statement, or after a call to Shopify whose answer it never
// hears. Nothing that it would do afterwards is done, and its transactions are rolled back by PostgreSQL.
import pg from 'pg';

class CutOff extends Error {}

type Query = (...args: unknown[]) => unknown;

/** Does `work` and dies right after its nth deed; false where it has ended before. */
export async function cutOffAfter(deed: number, work: () => Promise<unknown>): Promise<boolean> {
  const connection = pg.Client.prototype as unknown as { query: Query };
  const { query } = connection;
  const { fetch: real } = globalThis;
  let done = 0;
  const die = () => new CutOff(`after deed ${deed}`);
  const isDead = () => done >= deed;
  connection.query = function (this: unknown, ...args: unknown[]) {
    const told = args.at(-1);
    const answer = typeof told === 'function' ? (told as Query) : null;
    if (isDead()) return answer ? void answer(die()) : Promise.reject(die());
    if ((done += 1) < deed) return query.apply(this, args);
    if (answer) return query.apply(this, [...args.slice(0, -1), () => answer(die())]);
    return (query.apply(this, args) as Promise<unknown>).then(() => Promise.reject(die()));
  };
  globalThis.fetch = async (...args) => {
    if (isDead()) throw die();
    done += 1;
    const answer = await real(...args);
    if (isDead()) throw die();
    return answer;
  };
  try {
    await work();
  } catch (error) {
    // Whatever it fails by: it was dead already.
    if (!isDead()) throw error;
  } finally {
    connection.query = query;
    globalThis.fetch = real;
  }
  return isDead();
}
