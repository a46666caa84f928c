// Questions that change nothing: a preview, a trial. Not by a fetcher: Remix drops the reading that follows a save when
// another fetcher's answer comes meanwhile, and the page would go on showing what was there before.

/** Null when there was no answer, or the question was given up. App Bridge signs every fetch. */
export async function ask<T>(path: string, question: string, signal: AbortSignal | null): Promise<T | null> {
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await fetch(path, { method: 'POST', headers, body: question, signal });
    return response.ok ? ((await response.json()) as T) : null;
  } catch (error) {
    // No connection, an end of the session, or an abort: the page says so beside what was asked.
    if (error instanceof Error) return null;
    throw error;
  }
}
