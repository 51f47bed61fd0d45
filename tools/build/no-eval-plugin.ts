import type { Plugin } from 'vite';

const probe = /@stdlib\/assert-has-generator-support\/lib\/main\.js$/;

/**
 * The statistics library finds out by `eval` whether the language has generators, which the page's
 * security policy refuses. Every browser that reads modules has them, so the answer is put in.
 */
export function noEval(): Plugin {
  return {
    name: 'pixelproof:no-eval',
    enforce: 'pre',
    load: {
      filter: { id: probe },
      handler: () => 'module.exports = () => true;',
    },
  };
}
