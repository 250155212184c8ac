import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseXml } from '@/lib/testing/xml';
import { element, escapeXml, xmlDocument } from './xml';

describe('written XML', () => {
  test('is well-formed and says what was meant, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const document = parseXml(xmlDocument(element('a', { b: text }, text, element('c', {}))));
        const kept = text.replace(
          /[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]/gu,
          '',
        );
        expect(document.get('/a/@b')?.content).toBe(kept);
        expect(document.get('/a')?.content).toBe(kept);
        document.dispose();
      }),
      { numRuns: 500 },
    );
  });

  test('lone surrogates and forbidden signs do not stand in it', () => {
    expect(escapeXml('a\ud83db\u0000c\ufffed\u000be')).toBe('a\ufffdbcde');
    expect(escapeXml(`]]><&"'`)).toBe(']]&gt;&lt;&amp;&quot;&#39;');
  });

  test('attributes and children left out are not there', () => {
    expect(element('a', { b: undefined, c: 0 }, undefined).source).toBe('<a c="0"/>');
  });
});
