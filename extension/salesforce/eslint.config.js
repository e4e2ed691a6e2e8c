// Salesforce's own rules for what runs inside Salesforce. Everything else in the repository is Biome's.
import babelParser from '@babel/eslint-parser';
import lwc from '@lwc/eslint-plugin-lwc';
import lightning from '@salesforce/eslint-plugin-lightning';

/** Not for us: rules for browsers that Salesforce no longer serves, and for rendering on the server, which no record page does. */
const off = /^(no-async-await|no-for-of|no-rest-parameter|newer-version-available|ssr-.*)$/;

/** The only wire adapters here are methods of our own Apex classes; those may be called as well, the platform's own may not. */
const settings = {
  'no-unknown-wire-adapters': [{ adapters: [{ module: '@salesforce/apex/**', identifier: 'default' }] }],
  'no-unexpected-wire-adapter-usages': [{ adapters: [{ module: 'lightning/**', identifier: 'get*' }] }],
};

export default [
  // Generated from what Biome and the tests check.
  { ignores: ['**/backroomViews/**', '**/backroomLabels/**'] },
  {
    files: ['**/*.js'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parser: babelParser,
      parserOptions: {
        requireConfigFile: false,
        babelOptions: {
          babelrc: false,
          configFile: false,
          parserOpts: { plugins: [['decorators', { decoratorsBeforeExport: false }]] },
        },
      },
    },
    plugins: { '@lwc/lwc': lwc, '@salesforce/lightning': lightning },
    rules: Object.fromEntries([
      ...Object.keys(lwc.rules)
        .filter((name) => !off.test(name))
        .map((name) => [`@lwc/lwc/${name}`, ['error', ...(settings[name] ?? [])]]),
      ...Object.keys(lightning.rules).map((name) => [`@salesforce/lightning/${name}`, 'error']),
    ]),
  },
];
