import { Seal } from '@/app/_ui/seal';

/** The seals a page stamps with, drawn once; {@link Stamp} and the chart refer to them. */
export function SealSymbols() {
  return (
    <svg className="seals" aria-hidden="true">
      <symbol id="solid" viewBox="0 0 48 48">
        <Seal />
      </symbol>
      <symbol id="outline" viewBox="0 0 48 48">
        <Seal grade="outline" />
      </symbol>
    </svg>
  );
}

/** A seal, slightly turned as a hand sets it. Decoration: what it means stands beside it. */
export function Stamp({ grade, className }: { grade: 'solid' | 'outline'; className?: string }) {
  return (
    <svg className={className ? `seal stamped ${className}` : 'seal stamped'} aria-hidden="true">
      <use href={`#${grade}`} />
    </svg>
  );
}
