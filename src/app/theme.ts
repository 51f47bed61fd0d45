import { Button, createTheme, Popover, type CSSVariablesResolver } from '@mantine/core';

/** The greys of Mantine's dark scheme, light to dark, in the hue of the page's tokens. */
const darkGreys = [
  '#eceef3',
  '#c3c6d0',
  '#a6aab8',
  '#747888',
  '#3d414f',
  '#343845',
  '#2b2e39',
  '#1f222b',
  '#14161c',
  '#101116',
] as const;

export const theme = createTheme({
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  primaryColor: 'indigo',
  colors: { dark: darkGreys },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 100 } } }),
    Button: Button.extend({
      // Mantine writes white on a filled button, which the dark scheme's light accent cannot carry.
      vars: (_, { variant = 'filled' }) => ({
        root:
          variant === 'filled'
            ? {
                '--button-bg': 'var(--accent)',
                '--button-hover': 'var(--accent-strong)',
                '--button-color': 'var(--accent-ink)',
              }
            : {},
      }),
    }),
  },
});

const shared = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-border': 'var(--line-strong)',
  // What cannot be pressed just now is still to be read.
  '--mantine-color-disabled': 'var(--off)',
  '--mantine-color-disabled-color': 'var(--off-ink)',
  '--mantine-color-disabled-border': 'transparent',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
};

/** Binds Mantine's own variables to the page's tokens, so that one palette serves both. */
export const bindTokens: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...shared, '--mantine-color-default-hover': 'var(--sunken)' },
  dark: { ...shared, '--mantine-color-default-hover': 'var(--line)' },
});
