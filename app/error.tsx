'use client';

import { Button } from './_ui/button';
import { Problem } from './_ui/problem';

/** A page that broke. It asks nothing of the server, which may be what is broken. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  // Next draws this page alone, in the browser, and without the language of the layout.
  const ja = typeof navigator !== 'undefined' && navigator.language.startsWith('ja');
  return (
    <div lang={ja ? 'ja' : 'en'}>
      <Problem
        title={ja ? 'エラーが起きました' : 'Something went wrong on our side'}
        text={
          ja ? '少し待ってから、もう一度お試しください。' : 'Please wait a moment and try again.'
        }
      >
        <Button type="button" onClick={reset}>
          {ja ? 'もう一度試す' : 'Try again'}
        </Button>
      </Problem>
    </div>
  );
}
