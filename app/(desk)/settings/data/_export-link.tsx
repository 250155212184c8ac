'use client';

import { type MouseEvent, useState } from 'react';
import { ButtonLink } from '@/app/_ui/button';

type State = { readonly at: 'rest' | 'done' | 'failed' } | { readonly at: number };

/** What is larger goes past this page: it would have to be held before it is saved. */
const most = 200_000_000;

/**
 * The way to the export, with how much of it has come. `bytes`: about how many there will be. Without
 * JavaScript it is a link like any other, as it is where somebody opens it in another tab.
 */
export function ExportLink(props: {
  href: string;
  bytes: number;
  locale: string;
  texts: Readonly<Record<'link' | 'making' | 'progress' | 'done' | 'failed', string>>;
}) {
  const { href, bytes, locale, texts } = props;
  const [state, setState] = useState<State>({ at: 'rest' });
  const received = typeof state.at === 'number' ? state.at : null;

  async function take(event: MouseEvent) {
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!isPlain || bytes > most) return;
    event.preventDefault();
    if (received !== null) return;
    setState({ at: 0 });
    try {
      const answer = await fetch(href);
      // It asks for something first: to confirm who one is, say.
      if (answer.headers.get('content-type') !== 'application/zip') {
        window.location.assign(answer.redirected ? answer.url : href);
        return;
      }
      save(await taken(answer, (at) => setState({ at })), nameOf(answer));
      setState({ at: 'done' });
    } catch {
      setState({ at: 'failed' });
    }
  }

  return (
    <div className="actions">
      <ButtonLink href={href} onClick={take} aria-disabled={received !== null}>
        {received === null ? texts.link : texts.making}
      </ButtonLink>
      {received === null ? null : (
        <>
          <progress
            aria-label={texts.progress}
            max={1}
            value={Math.min(0.99, received / Math.max(bytes, 1))}
          />
          <span className="soft">{sizeIn(locale, received)}</span>
        </>
      )}
      <p role="status">{state.at === 'done' || state.at === 'failed' ? texts[state.at] : ''}</p>
    </div>
  );
}

async function taken(answer: Response, tell: (received: number) => void): Promise<Blob> {
  const parts: BlobPart[] = [];
  const reader = answer.body?.getReader();
  let received = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) return new Blob(parts, { type: 'application/zip' });
    parts.push(value);
    received += value.length;
    tell(received);
  }
}

function nameOf(answer: Response): string {
  const said = answer.headers.get('content-disposition') ?? '';
  return /filename="([^"]+)"/.exec(said)?.[1] ?? 'jisseki.zip';
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function sizeIn(locale: string, bytes: number): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  }).format(bytes / 1_000_000);
}
