/** Under the name of a line: how much of the greatest it has. Decoration: the figure stands beside it. */
export function ChainBar({ part }: { part: number }) {
  const width = Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 100;
  return (
    <svg className="chain-bar" width="100%" height="6" aria-hidden="true">
      <rect width={`${width}%`} height="6" />
    </svg>
  );
}
