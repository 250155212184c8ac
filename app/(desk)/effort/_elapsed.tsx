'use client';

import { useEffect, useState } from 'react';

/**
 * How long a timer has run, ticking: `0:42:07`. Drawn by script alone, because what stands still
 * would be wrong; the hour it was started stands beside it.
 */
export function Elapsed({ startedAt, label }: { startedAt: string; label: string }) {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const start = Date.parse(startedAt);
    const tick = () => setSeconds(Math.max(0, Math.floor((Date.now() - start) / 1_000)));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [startedAt]);
  if (seconds === null) return null;
  const part = (value: number) => String(value).padStart(2, '0');
  return (
    <p className="timer-elapsed figure" role="timer" aria-label={label}>
      {`${Math.floor(seconds / 3_600)}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`}
    </p>
  );
}
