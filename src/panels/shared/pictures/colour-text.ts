/** "rgb 12, 40, 255" */
export function rgbText(colour: readonly [number, number, number]): string {
  return colour.join(', ');
}

export function rgbStyle([red, green, blue]: readonly [number, number, number]): string {
  return `rgb(${red} ${green} ${blue})`;
}
