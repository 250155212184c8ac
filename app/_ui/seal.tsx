export type SealGrade = 'outline' | 'half' | 'solid';

/** 実, drawn in eight strokes on a 48 × 48 field, so that it needs no font. */
const strokes =
  'M24 8.6V13 M10.8 19.4V13.6H37.2V19.4 M14.6 20.2H33.4 M15.6 25.4H32.4 M11 30.9H37 M24 15.6V30.6C23 34.6 18.4 37.9 11.6 39.3 M24.4 31.2C26.6 35.2 31 38 36.6 39.3';

/** The carved edge: hand-made, never quite square. */
const edge =
  'M5.4 3.6C14 2.9 33 3.4 42.8 3.4C44.4 3.5 44.7 5 44.6 6.6C44.2 16 44.9 31 44.4 42.2C44.2 44 43 44.6 41.4 44.5C31 44.2 16 45 6 44.4C4 44.2 3.5 43.2 3.5 41.6C3.9 30 3.2 17 3.6 6C3.6 4.4 4 3.7 5.4 3.6Z';

/** Where the ink did not take: holes in the solid imprint. */
const misses =
  'M8 7.2l1.3-.3.2 1-1 .5zM40.2 9.6l1.2.5-.4 1.3-.9-.6zM6.9 35.2l.9-.4.6 1.1-1.1.4zM40.6 36.8l.6-.9 1 .7-.5 1.2zM17 41.6l1.6-.2.1.8-1.5.4zM33.4 42.2l1-.6.7.7-1.2.5zM44.8 23.4l-1.4.8.3 1.6 1.2.3zM3.2 14.6l1.3.6-.2 1.4-1.2.2z';

function Solid() {
  return (
    <>
      <path className="seal-ink" fillRule="evenodd" d={edge + misses} />
      <path className="seal-cut" strokeWidth="3.1" d={strokes} />
    </>
  );
}

function Outline() {
  return (
    <>
      <path strokeWidth="2" d={edge} />
      <path strokeWidth="2.7" d={strokes} />
    </>
  );
}

/**
 * The hanko. It fills as evidence grows: outline, half, solid.
 * Decorative unless `label` is given; its size comes from CSS.
 */
export function Seal(props: { grade?: SealGrade; className?: string; label?: string }) {
  const { grade = 'solid', className = '', label } = props;
  const classes = `seal ${className}`.trim();
  return label ? (
    <svg className={classes} viewBox="0 0 48 48" role="img" aria-label={label}>
      <Imprint grade={grade} />
    </svg>
  ) : (
    <svg className={classes} viewBox="0 0 48 48" aria-hidden="true">
      <Imprint grade={grade} />
    </svg>
  );
}

/** The solid imprint inside another drawing, centred on `x`, `size` wide, its top at `y`. */
export function SealInDrawing(props: { x: string; y: number; size: number }) {
  const { x, y, size } = props;
  return (
    <svg aria-hidden="true" className="seal-in-drawing" x={x} y={y}>
      <svg aria-hidden="true" x={-size / 2} width={size} height={size} viewBox="0 0 48 48">
        <Imprint grade="solid" />
      </svg>
    </svg>
  );
}

/** Half is the outline with the solid imprint over its lower half; a nested svg clips without ids. */
function Imprint({ grade }: { grade: SealGrade }) {
  return (
    <>
      {grade === 'solid' ? <Solid /> : <Outline />}
      {grade === 'half' ? (
        <svg aria-hidden="true" y="24" width="48" height="24" viewBox="0 24 48 24">
          <Solid />
        </svg>
      ) : null}
    </>
  );
}
