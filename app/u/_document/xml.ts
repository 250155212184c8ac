/** Well-formed XML; only this file makes it, so that no text gets in unescaped. */
export type Xml = { readonly source: string; readonly [made]: true };
declare const made: unique symbol;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. Strings among its children are text; attributes and children left out are not there. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (Xml | string | undefined)[]
): Xml {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`))
    .join('');
  const content = children
    .map((child) => (typeof child === 'object' ? child.source : escapeXml(child ?? '')))
    .join('');
  const source = content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
  return { source } as Xml;
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.source}\n`;
}

// What XML 1.0 §2.2 forbids, and the controls and non-characters it advises against.
const forbidden =
  /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]/gu;

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Within an attribute a parser would make spaces of them.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for XML and HTML alike, in elements and in attributes; signs that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"'\t\n\r]/g, (sign) => references[sign] ?? '');
}
