// Small drawings for lists that are empty, in the admin's own colours. They say nothing that the words beside them don't.
import type { ReactNode } from 'react';

function Picture({ children }: { children: ReactNode }) {
  const line = { fill: 'none', stroke: 'var(--p-color-icon-secondary)', strokeWidth: 2 };
  return (
    <svg width="120" height="80" viewBox="0 0 120 80" aria-hidden="true" {...line} strokeLinecap="round">
      {children}
    </svg>
  );
}

/** A stamp card with its first stamp, and a cup. */
export function CardPicture() {
  const stamps = [22, 38, 54, 70].map((x, index) => (
    <circle
      key={x}
      cx={x}
      cy="46"
      r="6"
      {...(index === 0 ? { fill: 'var(--p-color-bg-fill-success)' } : {})}
    />
  ));
  return (
    <Picture>
      <rect x="8" y="14" width="78" height="50" rx="6" fill="var(--p-color-bg-surface-secondary)" />
      <path d="M18 28h30" />
      {stamps}
      <path
        d="M80 34h26v16a10 10 0 0 1-10 10h-6a10 10 0 0 1-10-10zM106 38h3a5 5 0 0 1 0 12h-3M87 20v6M98 20v6"
        fill="var(--p-color-bg-surface)"
      />
    </Picture>
  );
}

/** A letter. */
export function LetterPicture() {
  return (
    <Picture>
      <rect x="24" y="16" width="72" height="48" rx="6" fill="var(--p-color-bg-surface-secondary)" />
      <path d="M28 22l32 24 32-24" />
    </Picture>
  );
}

/** A cake with one candle. */
export function CakePicture() {
  return (
    <Picture>
      <path d="M28 42h64v22H28z" fill="var(--p-color-bg-surface-secondary)" />
      <path d="M28 50c8 8 16-6 24 0s14 6 20 0 14-4 20 0M60 42V28M20 64h80" />
      <path d="M60 14c4 5 4 9 0 9s-4-4 0-9z" fill="var(--p-color-bg-fill-caution)" />
    </Picture>
  );
}

/** An order's receipt, and a glass that looks at it. */
export function ReceiptPicture() {
  return (
    <Picture>
      <path d="M34 12h40v52l-7-5-7 5-6-5-7 5-6-5-7 5z" fill="var(--p-color-bg-surface-secondary)" />
      <path d="M42 24h24M42 34h16M42 44h12" />
      <circle cx="76" cy="46" r="12" fill="var(--p-color-bg-surface)" />
      <path d="M85 55l10 10" />
    </Picture>
  );
}

/** A list of days, the first of them just written. */
export function HistoryPicture() {
  return (
    <Picture>
      <rect x="26" y="12" width="68" height="56" rx="6" fill="var(--p-color-bg-surface-secondary)" />
      <path d="M46 28h36M46 42h28M46 56h32" />
      <circle cx="36" cy="28" r="3" fill="var(--p-color-bg-fill-success)" />
      <circle cx="36" cy="42" r="3" />
      <circle cx="36" cy="56" r="3" />
    </Picture>
  );
}
