import { Term } from '../../terms/term.tsx';
import type { LessonText } from './lesson-text.ts';
import { zhangCai } from './sources.ts';

export const fewPixelsText: LessonText = {
  idea: (
    <>
      <p>
        A <Term name="classifier">classifier</Term> is a program that looks at a picture and names
        what it shows, here one of twelve road signs. It has learned this from examples.
      </p>
      <p>
        A picture is a grid of dots, the pixels: here 64 rows of 64. We give a few of them random
        colours. To you it stays the same sign. Does the classifier think so too?
      </p>
    </>
  ),
  doing:
    'Two classifiers, SqueezeNet and DenseNet, read 500 signs: first as they are, then with 1 to 1,024 pixels changed. Only signs that both read correctly at first count.',
  why: (
    <>
      <p>
        A classifier sees no sign, only numbers: three for every pixel. It adds and multiplies them
        until one of twelve scores is highest. Between two answers there is a{' '}
        <Term name="boundary">boundary</Term>, and every picture lies somewhere on its side of it.
        For a picture close to the boundary a few odd numbers are enough to cross it.
      </p>
      <p>
        Zhang and Cai did this with photographs of everyday things and large networks. With 64 of
        50,176 pixels changed, their steadiest network got 3.5 % wrong and the least steady 14 %.
        Other pictures and other networks give other figures, as yours do.
      </p>
    </>
  ),
  sources: [zhangCai],
};
