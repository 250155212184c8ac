import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** Modules around the code that stay empty (ISO/IEC 18004). */
const quiet = 4;

/** A QR code, dark on light in either theme: not every reader knows the other way round. */
export function QrDrawing(props: { content: string; label: string }) {
  const code = generate(props.content, { minCorrectionLevel: correction.M });
  const modules = code.size + 2 * quiet;
  return (
    <svg
      className="set-up-qr"
      viewBox={`0 0 ${modules} ${modules}`}
      role="img"
      aria-label={props.label}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#f7f6f0" />
      <path transform={`translate(${quiet} ${quiet})`} fill="#1f222b" d={toSvgPath(code)} />
    </svg>
  );
}
