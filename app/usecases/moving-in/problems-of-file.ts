// The rows of a file that aren't brought in, in pages, so that a large file needs no more memory than a small one.
import { problemsAfter, type RowProblem } from '#app/db/moving-in/moved-rows.server.ts';
import { pool } from '#app/db/pool.server.ts';

const AT_ONCE = 2_000;

export async function* problemsOfFile(shopId: number, id: string): AsyncGenerator<RowProblem> {
  for (let after = 0; ;) {
    const page = await problemsAfter(pool(), shopId, id, { after, limit: AT_ONCE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = last.line;
  }
}
