import { Term } from '../../terms/term.tsx';
import type { LessonText } from './lesson-text.ts';
import { zhangCai } from './sources.ts';

export const magnitudeText: LessonText = {
  idea: (
    <>
      <p>
        Each pixel has three <Term name="channel">channels</Term>, red, green and blue, from 0 to
        255. A change can be weak, at most 10 levels up or down, or it can be any colour at all.
      </p>
      <p>
        And the changed pixels can lie anywhere, or only in the middle of the picture, where the
        sign is. We change 64 pixels every time, and vary first the strength, then the place.
      </p>
    </>
  ),
  doing:
    'SqueezeNet reads 600 signs with 64 pixels changed: with six strengths anywhere in the picture, then with any colour in ever smaller squares around the middle.',
  why: (
    <>
      <p>
        A weak change moves the numbers of a picture only a little, and ups and downs at random
        partly cancel out. A stronger one goes further towards a{' '}
        <Term name="boundary">boundary</Term>.
      </p>
      <p>
        For the place, Zhang and Cai found little difference. When your result and a paper disagree,
        neither need be wrong. Ask what differs. Here the sign always sits near the middle; and 64
        pixels in a small square also lie closer together, so place and density change at once. To
        tell them apart one would need another experiment. Which one?
      </p>
    </>
  ),
  sources: [zhangCai],
};
