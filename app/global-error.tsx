'use client';

import './_styles/desk-entry.css';
import ErrorPage from './error';

/** Where the layout itself broke. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <ErrorPage reset={reset} />
      </body>
    </html>
  );
}
