/** A file of the app's; null where it didn't come, or not whole, or nobody waits for it any more. */
export async function fileAt(address: string, signal: AbortSignal | null = null): Promise<Blob | null> {
  try {
    const response = await fetch(address, { signal });
    return response.ok ? await response.blob() : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
