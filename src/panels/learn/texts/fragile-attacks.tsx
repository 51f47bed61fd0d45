import { Term } from '../../terms/term.tsx';
import type { LessonText } from './lesson-text.ts';
import { goodfellow, zhangCai } from './sources.ts';

export const fragileAttacksText: LessonText = {
  idea: (
    <>
      <p>
        An attack changes a picture on purpose. The one used here asks the classifier itself which
        way each pixel would have to go to make its answer worse; that direction is the{' '}
        <Term name="gradient">gradient</Term>. Then every <Term name="channel">channel</Term> of
        every pixel takes one tiny step that way: 2 of 255 levels. You will hardly see it.
      </p>
      <p>
        A picture that is misread after this is an{' '}
        <Term name="adversarial">adversarial example</Term>. Now random pixels of it are changed.
        Does the right answer come back?
      </p>
    </>
  ),
  doing:
    'AlexNet is attacked on 800 signs. Each sign that it then misreads gets 1 to 256 random pixels. For comparison, the same signs get 64 random pixels without an attack.',
  why: (
    <>
      <p>
        An attack by tiny steps ends just behind the <Term name="boundary">boundary</Term>, at a
        place that only careful aim finds. A random push can throw it back, or on to a third answer.
        Zhang and Cai saw this too, and asked how many attacks survive.
      </p>
      <p>
        It is no protection, though. A larger step goes deeper behind the boundary and is restored
        less often, and random pixels cost right answers of their own.
      </p>
    </>
  ),
  sources: [goodfellow, zhangCai],
};
