import { type ConfigData, HtmlValidate } from 'html-validate';

/** The standard's own rules, without those about taste: what may be left out is left out for weight. */
const config: ConfigData = {
  extends: ['html-validate:standard'],
  rules: {
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-implicit-close': 'off',
    'void-style': 'off',
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    'attr-case': 'off',
    // Of the page, not of HTML: a name of 120 signs makes a long title.
    'long-title': 'off',
    'require-sri': 'off',
    'no-inline-style': 'error',
  },
};
const validator = new HtmlValidate(config);

/** What the standard refuses in a whole document: `rule line:column message`. */
export async function faultsIn(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
  );
}
