import { createElement } from 'react';
import { Seal } from '@/app/_ui/seal';

/** What the page's style sheet gives the seal, for a picture that has none. */
const style =
  '<style>.seal{fill:none;stroke:#c63a1d;stroke-linecap:round}.seal-ink{fill:#c63a1d;stroke:none}.seal-cut{stroke:#fbf8f0}</style>';

/** The seal as a picture in a `data:` address, which next/og draws without fetching anything. */
export async function sealImage(grade: 'solid' | 'outline'): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const svg = renderToStaticMarkup(createElement(Seal, { grade }))
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" width="264" height="264" ')
    .replace('>', `>${style}`);
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
