import type { KeyboardEvent, ReactNode } from 'react';

type Props = { act: () => void; children: ReactNode };

/** Enter in the field inside does something. The box is nothing by itself: keys only pass through it. */
export function EnterActs({ act, children }: Props) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    act();
  };
  return (
    <div role="presentation" onKeyDown={press}>
      {children}
    </div>
  );
}
