/** What TypeScript's library of the page does not describe yet. */
interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: Readonly<Record<'createHTML' | 'createScriptURL', (text: string) => string | null>>,
  ) => unknown;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };

/**
 * The one policy that the page's security policy admits. Text becomes markup only where it holds
 * none: the component library writes its style sheet that way. Scripts of workers come from the
 * folder of the page. Everything else is refused by the browser.
 */
trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? null : text),
  createScriptURL: (address) => {
    const { href } = new URL(address, document.baseURI);
    return href.startsWith(new URL('./', document.baseURI).href) ? href : null;
  },
});
