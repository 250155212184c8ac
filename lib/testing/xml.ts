import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';

/** `source` parsed by libxml2; throws where it is not well-formed. */
export function parseXml(source: string): XmlDocument {
  return XmlDocument.fromString(source);
}

/** What the RELAX NG grammar `name` of this folder refuses in `source`; null when nothing. */
export function refusedBy(name: string, source: string): string | null {
  const grammar = parseXml(readFileSync(path.join(import.meta.dirname, name), 'utf8'));
  const validator = RelaxNGValidator.fromDoc(grammar);
  try {
    validator.validate(parseXml(source));
    return null;
  } catch (error) {
    return String(error);
  } finally {
    validator.dispose();
    grammar.dispose();
  }
}

/** The texts that `xpath` finds in `source`; prefixes: atom, svg, sitemap, xhtml. */
export function textsAt(source: string, xpath: string): string[] {
  return parseXml(source)
    .find(xpath, {
      atom: 'http://www.w3.org/2005/Atom',
      svg: 'http://www.w3.org/2000/svg',
      sitemap: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      xhtml: 'http://www.w3.org/1999/xhtml',
    })
    .map((node) => node.content);
}
