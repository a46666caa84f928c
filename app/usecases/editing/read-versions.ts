// A page of published versions, newest first, each with the one before it, so that a screen can say what changed.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { newestVersions } from '#app/db/program/programs.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readProgram } from './read-program.ts';

const VERSIONS_PER_PAGE = 20;

export type PastVersion = {
  number: number;
  publishedAt: Date;
  rules: ProgramRules;
  /** Null for the first. */
  before: ProgramRules | null;
  /** Shopify's id of the user, or a word of ours. */
  publishedBy: string;
  /** Why, in the merchant's words. */
  note: string | null;
};

export type ReadVersions = Awaited<ReturnType<typeof readProgram>> & {
  versions: PastVersion[];
  /** The newest number of the page before, and of the page after; null where there is none. */
  newer: number | null;
  older: number | null;
};

/** @param upTo the newest number of the page; null for the newest of all */
export async function readVersions(shopId: number, upTo: number | null): Promise<ReadVersions> {
  const found = await newestVersions(pool(), shopId, upTo, VERSIONS_PER_PAGE + 1);
  const versions = found.slice(0, VERSIONS_PER_PAGE).map((version, index): PastVersion => {
    return { ...version, before: found[index + 1]?.rules ?? null };
  });
  const program = await readProgram(
    shopId,
    found.map(({ rules }) => rules),
  );
  const last = program.published.number;
  const first = versions[0]?.number ?? last;
  return {
    ...program,
    versions,
    newer: first < last ? Math.min(first + VERSIONS_PER_PAGE, last) : null,
    older: found[VERSIONS_PER_PAGE]?.number ?? null,
  };
}
