'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type MouseEvent, useEffect, useState } from 'react';
import { paths } from '@/lib/paths';
import { CaptureDialog, type QuickCaptureTexts } from './capture-dialog';

/**
 * The way to quick capture from every page of the desk: a link to its page, which with script opens
 * it right here, as Ctrl+K (⌘K on a Mac) does. Only this little is sent with a page; what reads the
 * line comes when it is first opened.
 */
export function QuickCapture({ texts }: { texts: QuickCaptureTexts }) {
  const address = `${usePathname()}?${useSearchParams()}`;
  // Whatever leads away closes it, saving included.
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const [isMac, setMac] = useState(false);
  const isPage = address.startsWith(`${paths.capture}?`);

  useEffect(() => {
    const mac = /Mac|iPhone|iPad/.test(navigator.platform);
    setMac(mac);
    const pressed = (event: KeyboardEvent) => {
      // On a Mac, Ctrl+K deletes to the end of the line in every field.
      const isHeld = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      if (!isHeld || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (isPage) document.querySelector<HTMLElement>('#f-line')?.focus();
      else setOpenedAt(address);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [address, isPage]);

  function open(event: MouseEvent): void {
    if (isPage || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setOpenedAt(address);
  }

  return (
    <>
      <a
        className="quick button button-quiet button-small"
        href={paths.capture}
        onClick={open}
        aria-current={isPage ? 'page' : undefined}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <svg className="quick-mark" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 4V20M4 12H20" />
        </svg>
        <span className="quick-label">{texts.label}</span>
        <span className="quick-keys" aria-hidden="true">
          {isMac ? texts.shortcutMac : texts.shortcut}
        </span>
      </a>
      {openedAt === address ? (
        <CaptureDialog texts={texts} onClose={() => setOpenedAt(null)} />
      ) : null}
    </>
  );
}
