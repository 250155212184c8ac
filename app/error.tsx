'use client';

import { Button } from './_ui/button';
import { Problem } from './_ui/problem';

/** A page that broke. It knows no language of the reader's: the failure may be the database. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const ja = document.documentElement.lang === 'ja';
  return (
    <Problem
      title={ja ? 'エラーが起きました' : 'Something went wrong on our side'}
      text={ja ? '少し待ってから、もう一度お試しください。' : 'Please wait a moment and try again.'}
    >
      <Button type="button" onClick={reset}>
        {ja ? 'もう一度試す' : 'Try again'}
      </Button>
    </Problem>
  );
}
