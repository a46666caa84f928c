import type { CardShape } from '#app/core/program/card-shapes.ts';
import { SHAPE_PATHS } from '#app/core/program/shape-paths.ts';

/** The picture that a filled stamp bears in the shop; its words stand beside it. */
export function ShapePicture({ shape }: { shape: CardShape }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {shape === 'initial' ? (
        <text x="12" y="16.5" textAnchor="middle" fontSize="13" fill="currentColor" stroke="none">
          A
        </text>
      ) : (
        <path d={SHAPE_PATHS[shape]} />
      )}
    </svg>
  );
}
