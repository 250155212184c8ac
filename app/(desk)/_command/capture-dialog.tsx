'use client';

import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { paths } from '@/lib/paths';
import type { Board } from './board';
import type { CaptureStart } from './start';

export type QuickCaptureTexts = {
  readonly label: string;
  readonly hint: string;
  readonly close: string;
  readonly shortcut: string;
  readonly shortcutMac: string;
};

type Loaded = {
  readonly Board: ComponentType<React.ComponentProps<typeof Board>>;
  readonly start: CaptureStart;
};

/**
 * The line in a dialog. It takes typing at once; what is below it follows. Until then, and where it
 * never comes, Enter leads to the page of the same name with what was typed.
 */
export function CaptureDialog(props: { texts: QuickCaptureTexts; onClose: () => void }) {
  const { texts, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  useLayoutEffect(() => {
    const shown = dialog.current;
    // A press beside it closes it too; React has no name for the attribute yet.
    shown?.setAttribute('closedby', 'any');
    shown?.showModal();
    // Closing first lets the browser give the focus back.
    return () => shown?.close();
  }, []);

  useEffect(() => {
    let isWanted = true;
    load().then(
      (all) => isWanted && setLoaded(all),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className="capture-dialog"
      aria-label={texts.label}
      onClose={() => {
        if (!dialog.current?.open) onClose();
      }}
    >
      <div className="capture-dialog-inside">
        <form action={paths.capture} method="get" className="capture-line">
          <TextField
            ref={input}
            name="line"
            id="f-capture-line"
            label={texts.label}
            hint={texts.hint}
            autoComplete="off"
            autoCapitalize="none"
            enterKeyHint="done"
          />
        </form>
        {loaded ? <loaded.Board input={input} start={loaded.start} line="" /> : null}
        <form method="dialog" className="capture-close">
          <Button variant="quiet" small>
            {texts.close}
          </Button>
        </form>
      </div>
    </dialog>
  );
}

async function load(): Promise<Loaded> {
  const [{ Board }, answer] = await Promise.all([
    import('./board'),
    fetch(paths.captureStart, { cache: 'no-store' }),
  ]);
  if (!answer.ok) throw new Error(`Quick capture answered ${answer.status}.`);
  return { Board, start: (await answer.json()) as CaptureStart };
}
