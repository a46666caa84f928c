/**
 * A dialog stays until its save is answered: opened again, a second save's refusal would make Remix drop the reading that
 * follows the first one's success.
 */
export function unlessSaving(saving: boolean, close: () => void): () => void {
  return () => {
    if (!saving) close();
  };
}
