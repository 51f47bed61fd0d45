import { Term } from '../../terms/term.tsx';
import type { LessonText } from './lesson-text.ts';
import { rusak, zhangCai } from './sources.ts';

export const repairText: LessonText = {
  idea: (
    <>
      <p>
        To repair a classifier is to train it further. SqueezeNet looks at 300 signs, three in four
        of them with 256 random pixels, and is told the right name each time. After every few signs
        its inner numbers are adjusted a little.
      </p>
      <p>
        It has done well on these signs before long, which proves nothing. What counts are new signs
        that were <Term name="heldOut">held out</Term>: the same ones, with the same random pixels,
        before and after.
      </p>
    </>
  ),
  doing:
    'SqueezeNet is really trained, four rounds over 300 signs, in your browser. Then the old and the new SqueezeNet read 400 new signs, and the distance to the boundary is estimated for 60 of them.',
  why: (
    <>
      <p>
        Training moves the <Term name="boundary">boundary</Term>. Signs with random pixels lie
        around the sign itself; to name them all correctly, the boundary has to keep away from it.
        Zhang and Cai call them small-distance samples. Rusak and others found that training with
        noise also helps against other disturbances.
      </p>
      <p>
        Zhang and Cai let only the last layer learn; here all layers may, because with the last
        layer alone these small networks do not improve on new signs. And a repair against chance is
        none against attacks: those made anew on a repaired network succeeded at least as often in
        this lab.
      </p>
    </>
  ),
  sources: [zhangCai, rusak],
};
