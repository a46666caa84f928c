import { useRef, useState } from 'react';

/** The dialog that is open. Once it is closed, the keyboard stands again where it opened it. */
export function useDialog<Name extends string>() {
  const [dialog, setDialog] = useState<Name | null>(null);
  const opener = useRef<Element | null>(null);
  const open = (name: Name) => {
    opener.current = document.activeElement;
    setDialog(name);
  };
  const close = () => {
    setDialog(null);
    const from = opener.current;
    // The dialog holds the focus until it is gone.
    requestAnimationFrame(() => {
      if (from instanceof HTMLElement) from.focus();
    });
  };
  return { dialog, open, close };
}
