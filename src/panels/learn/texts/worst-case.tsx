import { Term } from '../../terms/term.tsx';
import type { LessonText } from './lesson-text.ts';
import { goodfellow, madry, su } from './sources.ts';

export const worstCaseText: LessonText = {
  idea: (
    <>
      <p>
        Random pixels ask what chance does. An attacker asks for the worst case. Four ways to change
        the same signs, each more careful: random pixels; one pixel, the best of several hundred
        tries; one step along the <Term name="gradient">gradient</Term>, called FGSM; several
        smaller steps, each along a new gradient, called PGD.
      </p>
      <p>
        FGSM and PGD touch every pixel, but move no <Term name="channel">channel</Term> by more than
        4 of 255 levels.
      </p>
    </>
  ),
  doing:
    'SqueezeNet reads 100 signs with random pixels, and under FGSM and PGD. The search for one pixel is slow, so it gets the first 24 of them.',
  why: (
    <>
      <p>
        In a picture of 4,096 pixels few directions lead across the{' '}
        <Term name="boundary">boundary</Term>. Chance hardly ever takes one; whoever can compute the
        gradient takes it at once. Su and others needed no gradient and one pixel. Goodfellow and
        others explained why a single step goes so far; Madry and others made the repeated step the
        usual test.
      </p>
      <p>
        So “robust” alone means nothing. Say against what: chance, or somebody who aims. Even PGD is
        only the best attack tried here, not the worst there is.
      </p>
    </>
  ),
  sources: [su, goodfellow, madry],
};
