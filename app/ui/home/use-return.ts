import { useEffect } from 'react';

/** Calls back each time the merchant comes back to this tab or window. */
export function useReturn(whenBack: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') whenBack();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, [whenBack]);
}
