'use client';

import { useEffect, useState } from 'react';
import { Button, ButtonLink } from '@/app/_ui/button';
import { intentOf, type Network, takesText, withLink } from '@/lib/share/networks.rules';

export type WayTexts = {
  readonly open: string;
  readonly system: string;
  readonly copyText: string;
  readonly copied: string;
};

/** How a share gets out, with the text that was saved: the network's composer, the device's sheet, a copy. */
export function WaysOut(props: {
  network: Network;
  server: string | null;
  text: string;
  url: string;
  title: string;
  texts: WayTexts;
}) {
  const { network, server, text, url, title, texts } = props;
  const [canShare, setCanShare] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  // Known to the browser alone, once it runs.
  useEffect(() => setCanShare(typeof navigator.share === 'function'), []);
  const intent = intentOf(network, { text, url, title, server: server ?? undefined });
  const whole = withLink(network, text, url);
  async function copy() {
    await navigator.clipboard.writeText(whole);
    setCopied(whole);
  }
  return (
    <>
      {intent ? (
        <ButtonLink href={intent} target="_blank" rel="noopener noreferrer">
          {texts.open}
        </ButtonLink>
      ) : null}
      {network === 'copy' || !takesText(network) ? (
        <Button type="button" variant={intent ? 'quiet' : 'primary'} onClick={copy}>
          {copied === whole ? texts.copied : texts.copyText}
        </Button>
      ) : null}
      {canShare ? (
        <Button
          type="button"
          variant={intent || network === 'copy' ? 'quiet' : 'primary'}
          onClick={() =>
            navigator.share({ text: withLink('system', text, url), title }).catch(() => undefined)
          }
        >
          {texts.system}
        </Button>
      ) : null}
    </>
  );
}
