/**
 * The light scheme's colours by the name of their variable: a saved figure is printed and sent on,
 * where no style sheet follows it.
 */
export const lightColors: Readonly<Record<string, string>> = {
  '--surface': '#ffffff',
  '--line': '#dfe0e7',
  '--line-strong': '#8a8c9a',
  '--ink': '#15171f',
  '--ink-2': '#565967',
  '--accent': '#4338ca',
  '--gain': '#0b6e66',
  '--loss': '#9c4a06',
  '--series-1': '#0d47a8',
  '--series-2': '#e8590c',
  '--series-3': '#1f8348',
  '--series-4': '#983d6b',
  '--series-5': '#4d3600',
  '--series-6': '#17121f',
};

/**
 * A text with every CSS variable replaced by its light colour.
 * @throws Error where a variable has none
 */
export function withLightColors(text: string): string {
  return text.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const color = lightColors[name];
    if (color === undefined) throw new Error(`no light colour is known for ${name}`);
    return color;
  });
}
