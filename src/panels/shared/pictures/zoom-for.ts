/**
 * CSS pixels a pixel: as many whole ones as there is room for. A picture that is larger than the room
 * has one, or less where it would be wider than `most`.
 * @param room CSS pixels that a small picture may take
 * @param most CSS pixels that a large one may take
 */
export function zoomFor(width: number, room: number, most = room): number {
  return width <= room ? Math.floor(room / width) : Math.min(1, most / width);
}
