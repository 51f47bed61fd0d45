import { signMaster, variantCount } from '../catalogue.ts';
import { clamp } from '../elementary.ts';
import { detailLevel, sampleMaster } from '../master.ts';
import { blankPicture, type Picture } from '../picture.ts';
import type { Stream } from '../stream.ts';
import { chooseBackdrop, sampleBackdrop } from './backdrop.ts';
import { chooseCompany, paintBehind, paintInFront } from './company.ts';
import type { Daylight } from './daylight.ts';
import { choosePaints } from './paints.ts';
import { chooseSurface, lightSurface } from './surface.ts';
import { chooseViewpoint } from './viewpoint.ts';

const amounts = new Float64Array(3);
const pixel = new Float64Array(3);
const face = new Float64Array(3);

/** The light that reaches a sensor of size² pixels from one sign and what surrounds it, linear. */
export function photograph(
  label: number,
  size: number,
  daylight: Daylight,
  stream: Stream,
): Picture {
  const master = signMaster(label, stream.below(variantCount));
  const { hull, colour } = master.artwork;
  const viewpoint = chooseViewpoint(hull, size, stream);
  const paints = choosePaints(colour, stream);
  const surface = chooseSurface(stream);
  const company = chooseCompany(Math.max(...hull.filter((_, i) => i % 2 === 1)), stream);
  const backdrop = chooseBackdrop(size, daylight.backdrop, stream);
  const level = clamp(detailLevel(viewpoint.pixelsPerUnit) - 0.3, 0, 4);
  const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 0] =
    viewpoint.toPlane;
  const picture = blankPicture(size);
  const { data } = picture;
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const px = column + 0.5;
      const py = row + 0.5;
      const w = m6 * px + m7 * py + m8;
      const x = (m0 * px + m1 * py + m2) / w;
      const y = (m3 * px + m4 * py + m5) / w;
      const opacity = sampleMaster(master, x, y, level, amounts);
      const white = amounts[0] ?? 0;
      const own = amounts[1] ?? 0;
      const black = amounts[2] ?? 0;
      if (opacity < 0.999) {
        sampleBackdrop(backdrop, px, py, pixel);
        paintBehind(company, x, y, level, daylight.sign, viewpoint.pixelsPerUnit, pixel);
      }
      if (opacity > 0) {
        for (let i = 0; i < 3; i += 1) {
          const reflected =
            white * (paints.white[i] ?? 0) +
            own * (paints.colour[i] ?? 0) +
            black * (paints.black[i] ?? 0);
          face[i] = reflected / opacity;
        }
        lightSurface(surface, x, y, face);
        for (let i = 0; i < 3; i += 1) {
          pixel[i] =
            (opacity < 0.999 ? (pixel[i] ?? 0) * (1 - opacity) : 0) +
            opacity * daylight.sign * (face[i] ?? 0);
        }
      }
      paintInFront(company, x, y, daylight.sign, viewpoint.pixelsPerUnit, pixel);
      for (let i = 0; i < 3; i += 1) {
        data[at + i] = (pixel[i] ?? 0) * (daylight.tint[i] ?? 1) + (daylight.veil[i] ?? 0);
      }
      at += 3;
    }
  }
  return picture;
}
