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
  '--series-1': '#0072b2',
  '--series-2': '#c75000',
  '--series-3': '#007d5c',
  '--series-4': '#a3527f',
  '--series-5': '#7a6400',
  '--series-6': '#41444f',
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
