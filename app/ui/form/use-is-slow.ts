import { useEffect, useState } from 'react';

/** So long an answer may take before a word is due. */
const PATIENCE_MS = 5_000;

/** Whether what is under way has been so for longer than anybody expects. */
export function useIsSlow(underWay: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!underWay) return;
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [underWay]);
  return isSlow;
}
