import { Term } from '../../terms/term.tsx';
import type { LessonText } from './lesson-text.ts';
import { clopper, zhangCai } from './sources.ts';

export const indexTrapText: LessonText = {
  idea: (
    <>
      <p>
        The Pixel-index <Term name="Pi">Pi</Term> puts robustness into one number: the share of
        wrong answers, <Term name="w">w</Term>, divided by how much was changed, which is the share
        of pixels <Term name="p">p</Term> times the range of values <Term name="r">r</Term> times
        the area <Term name="a">a</Term>. Smaller is better.
      </p>
      <p>
        One number is handy, and it can mislead. Here are three traps: other numbers of pixels, few
        pictures, and which pictures count.
      </p>
    </>
  ),
  doing:
    'SqueezeNet and AlexNet read 800 signs as they are and with 4 to 1,024 random pixels. From the same answers Pi is worked out in several ways.',
  why: (
    <>
      <p>
        Pi divides by the number of pixels, as if each of them did its harm alone. But a sign can be
        misread only once: with many pixels the share of errors must level off while the divisor
        grows. The paper’s own figures for one network give about 125 at 4 pixels and 39 at 64.
      </p>
      <p>
        In small groups chance decides. That is why every figure here carries an{' '}
        <Term name="interval">interval</Term>. And a sign that is misread before anything is changed
        says nothing about changes: only <Term name="eligible">eligible images</Term> may count.
      </p>
    </>
  ),
  sources: [zhangCai, clopper],
};
