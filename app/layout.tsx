import './_styles/desk-entry.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readerLocale } from './_server/reader';

export const metadata: Metadata = {
  title: { default: 'Jisseki', template: '%s · Jisseki' },
  robots: { index: false },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

/** Every page that is an app; a public document has no layout of Next's. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await readerLocale()}>
      <body>{children}</body>
    </html>
  );
}
