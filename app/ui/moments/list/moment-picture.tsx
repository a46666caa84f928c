// A line drawing for each moment that is ready to be used. Decoration: its name stands below.
import type { ReactNode } from 'react';
import type { ReadyGroup, ReadyKey } from '#app/core/editing/ready-made.ts';
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';

type Drawn = ReadyKey | MomentKind;

const CAKE = (
  <>
    <path d="M7 38h34V26H7zM5 38h38M7 31c3 3 6 3 8.5 0s6-3 8.5 0 6 3 8.5 0 5.5-3 8.5 0" />
    <path d="M24 26v-8M24 14c-2-2 0-5 0-6 0 1 2 4 0 6" />
  </>
);
const YEAR = (
  <>
    <path d="M8 12h32v28H8zM8 20h32M16 8v8M32 8v8" />
    <path d="M24 35l-5-5a3 3 0 0 1 5-4 3 3 0 0 1 5 4z" />
  </>
);

const DRAWINGS: Record<Drawn, ReactNode> = {
  birthday: CAKE,
  'another-birthday': CAKE,
  anniversary: YEAR,
  'another-anniversary': YEAR,
  welcome: (
    <>
      <path d="M12 42V8h20v34M8 42h32M32 12l6 3v25" />
      <path d="M27 25v2" />
    </>
  ),
  'first-order': (
    <>
      <path d="M15 8h18v6H15zM17 14v2c-3 2-5 4-5 8v13a4 4 0 0 0 4 4h16a4 4 0 0 0 4-4V24c0-4-2-6-5-8v-2" />
      <path d="M17 26h14M17 31h14" />
    </>
  ),
  newsletter: <path d="M6 12h36v26H6zM6 13l18 15 18-15" />,
  'third-order': (
    <>
      <path d="M4 30h8M20 30h4M32 30h4" />
      <circle cx="8" cy="30" r="4" />
      <circle cx="23" cy="30" r="4" />
      <circle cx="39" cy="30" r="5" />
      <path d="M39 25v-7M35 18h8M36 14l3 4 3-4" />
    </>
  ),
  'every-fifth': (
    <>
      <path d="M38 18A15 15 0 0 0 11 17M10 30a15 15 0 0 0 27 1" />
      <path d="M38 10v8h-8M10 38v-8h8" />
    </>
  ),
  'own-day': (
    <>
      <circle cx="18" cy="28" r="10" />
      <circle cx="30" cy="28" r="10" />
      <path d="M15 12l3-4h0l3 4-3 5z" />
    </>
  ),
  note: <path d="M10 40l3-10L34 9l7 7-21 21zM29 14l7 7M13 30l7 7" />,
  'by-hand': (
    <>
      <path d="M6 28h7v12H6zM13 30c4-3 8-2 11 1h6c3 0 3 4 0 4h-7M30 33l8-5c3-1 5 2 2 4L28 40H13" />
      <path d="M30 18l-4-4a3 3 0 0 1 4-4 3 3 0 0 1 4 4z" />
    </>
  ),
  arrived: (
    <>
      <path d="M8 16l16-8 16 8v18l-16 8-16-8zM8 16l16 8 16-8M24 24v18" />
      <path d="M16 12l16 8" />
    </>
  ),
  quiet: (
    <>
      <path d="M31 32A15 15 0 0 1 17 9a16 16 0 1 0 20 24c-2 0-4 0-6-1z" />
      <path d="M32 11h8l-8 9h8" />
    </>
  ),
  late: (
    <>
      <path d="M4 12h22v22H4zM26 18h9l8 8v8H26z" />
      <circle cx="13" cy="36" r="4" />
      <circle cx="34" cy="36" r="4" />
    </>
  ),
};

export function MomentPicture({ of, group }: { of: Drawn; group: ReadyGroup }) {
  return (
    <div aria-hidden className={`moment-picture moment-picture-${group}`}>
      <svg viewBox="0 0 48 48">{DRAWINGS[of]}</svg>
    </div>
  );
}
