import type { LessonId } from '../../../state/learn/lesson.ts';

/** What a teacher wants to know of a lesson. */
export interface TeacherNotes {
  /** Minutes with discussion; the experiment itself takes seconds. */
  readonly minutes: number;
  readonly goals: readonly string[];
  readonly questions: readonly string[];
}

export const teacherNotes: Readonly<Record<LessonId, TeacherNotes>> = {
  'few-pixels': {
    minutes: 15,
    goals: [
      'Say in plain words what a classifier does, and that it works on numbers.',
      'Read a curve with intervals, and tell an estimate from the truth.',
      'Explain why a few pixels turn some pictures and not others.',
    ],
    questions: [
      'Would you have misread the signs in the pictures? What do you use that the classifier does not?',
      'Two classifiers were given the same signs with the same pixels. Why does that make the comparison stronger?',
      'One sign fell to very few pixels. Does that make the classifier unsafe?',
    ],
  },
  magnitude: {
    minutes: 15,
    goals: [
      'Change one thing at a time and say why.',
      'Compare a result with a published one, and look for what differs.',
      'Notice when two things change together: place and density.',
    ],
    questions: [
      'How would you change the place without changing the density?',
      'Which real disturbances are weak and everywhere, and which are strong and local?',
      'The paper used photographs in which the object fills the picture. How could that matter?',
    ],
  },
  'fragile-attacks': {
    minutes: 15,
    goals: [
      'Tell random changes from an attack.',
      'Explain what following a gradient means, without formulas.',
      'Use a comparison group: the same pixels without an attack.',
    ],
    questions: [
      'Why is it not enough to know how many attacked signs were restored?',
      'Somebody proposes random pixels as a protection. What would you ask?',
      'How could an attacker who expects random pixels prepare for them?',
    ],
  },
  repair: {
    minutes: 20,
    goals: [
      'Explain why only held-out pictures count.',
      'Read a paired comparison: mended, spoilt, unchanged.',
      'Weigh a gain against its price.',
    ],
    questions: [
      'What would it look like if the network had only learned the training pictures by heart?',
      'Some signs were spoilt by the repair. Is that acceptable?',
      'The repair was made against random pixels. What is it worth against rain, or against an attacker?',
    ],
  },
  index: {
    minutes: 20,
    goals: [
      'Work out Pi from its parts, and say what each part means.',
      'Name three ways in which one figure can mislead.',
      'Say what must be reported beside an index.',
    ],
    questions: [
      'A product is sold with “Pi below 2”. What do you need to know?',
      'How many pictures would your class need to agree on the order of the two models?',
      'Which other figures that you know have the same weaknesses? Think of grades or of energy labels.',
    ],
  },
  'worst-case': {
    minutes: 20,
    goals: [
      'Tell an average from a worst case.',
      'Order attacks by how much they know and how hard they try.',
      'Say “robust against what”.',
    ],
    questions: [
      'For which uses does chance matter, and for which the worst case?',
      'The interval of the one-pixel search is wide. Why, and what would narrow it?',
      'Should the inside of a classifier be kept secret? Think of the search, which did not need it.',
    ],
  },
};
