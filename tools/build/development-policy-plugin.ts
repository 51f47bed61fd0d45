import type { Plugin } from 'vite';

/**
 * While developing, the page goes without trusted types: the development server turns texts into
 * scripts to replace modules. What is built keeps the whole policy.
 */
export function developmentPolicy(): Plugin {
  return {
    name: 'pixelproof:development-policy',
    apply: (_config, { command, isPreview }) => command === 'serve' && isPreview !== true,
    transformIndexHtml: (html) =>
      html.replace(/\s*require-trusted-types-for 'script';\s*trusted-types default;/, ''),
  };
}
