/** As server.ts gives it to each loader. */
type Context = Readonly<Record<string, unknown>>;

type Pace = () => Promise<void>;

const isPace = (value: unknown): value is Pace => typeof value === 'function';

/**
 * Pages no faster than they are read. Remix writes on whether or not anybody reads: without this, all of a large file lies in memory
 * for whoever has a slow line.
 */
export async function* paced<T>(pages: AsyncIterable<T>, context: Context = {}): AsyncGenerator<T> {
  const { whenRead } = context;
  for await (const page of pages) {
    yield page;
    if (isPace(whenRead)) await whenRead();
  }
}
