'use client';

import { useEffect, useRef } from 'react';

/** The zone days are reckoned in, where the browser can say it; without script it is Japan's. */
export function BrowserZone() {
  const zone = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (zone.current) zone.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  });
  return <input ref={zone} type="hidden" name="zone" defaultValue="" />;
}
