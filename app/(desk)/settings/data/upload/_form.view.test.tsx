import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { uploadRefusals } from '@/app/_server/upload';
import { textsIn } from '@/app/_text/texts';
import { paths } from '@/lib/paths';
import { CsvForm } from '../_import-form';
import { RefusedNotice } from '../_refused';
import { ExportFileForm } from '../_restore-form';
import { sizeWords } from './_words';

describe.each(['en', 'ja'] as const)('in %s', (locale) => {
  const t = textsIn(locale);

  test.each([
    ['csv', <CsvForm key="csv" t={t} />],
    ['export', <ExportFileForm key="export" t={t} />],
  ])(
    'without JavaScript the form of %s is one like any other, its kind before the file',
    (kind, form) => {
      const drawn = renderToStaticMarkup(form);
      expect(drawn).toContain(`action="${paths.upload}"`);
      expect(drawn).toContain('method="post"');
      expect(drawn).toContain('encType="multipart/form-data"');
      const [hidden, field] = [`name="kind" value="${kind}"`, 'type="file"'].map((part) =>
        drawn.indexOf(part),
      );
      expect(hidden).toBeGreaterThan(0);
      expect(field).toBeGreaterThan(hidden ?? 0);
      expect(drawn).toContain(`<label for="f-${kind}">`);
      expect(drawn).not.toContain('-error"');
    },
  );

  test('what is wrong with its size is said as it is of a file that was sent', () => {
    for (const [refused, said] of Object.entries(sizeWords(t))) {
      expect(renderToStaticMarkup(<RefusedNotice refused={refused} t={t} />)).toContain(said);
    }
  });

  test('every refusal has words', () => {
    for (const refused of uploadRefusals) {
      const drawn = renderToStaticMarkup(<RefusedNotice refused={refused} t={t} />);
      expect(drawn).toMatch(/<div class="notice-text">[^<]{10,}</);
    }
  });
});
