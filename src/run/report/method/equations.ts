import {
  formula,
  fraction,
  gap,
  row,
  sub,
  sup,
  under,
  words,
  type MathNode,
} from '../math/math.ts';

/** Pi = w / (p · r · a) */
export const pixelIndexEquation: MathNode = row('Pi', '=', fraction('w', formula('p · r · a')));

/** The factors of Pi by what is counted. */
export const factorEquations: MathNode = row(
  row('w', '=', fraction(words('wrong'), words('eligible'))),
  gap(2),
  row('p', '=', fraction(words('changed pixels'), formula('H · W'))),
  gap(2),
  row('r', '=', fraction(words('width of the range'), '255')),
  gap(2),
  row('a', '=', fraction(words('area of the region'), formula('H · W'))),
);

const log: MathNode = row(words('log'), gap(0.17));

const before = (name: string): MathNode => sub(name, '−');
const after = (name: string): MathNode => sub(name, '+');

/** Interpolation of PX5, linear in the logarithm of the count. */
export const criticalCountEquation: MathNode = row(
  words('PX5'),
  '=',
  words('exp'),
  '(',
  log,
  before('c'),
  '+',
  fraction(row('0.05', '−', before('f')), row(after('f'), '−', before('f'))),
  '·',
  row('(', log, after('c'), '−', log, before('c'), ')'),
  ')',
);

/** The exact McNemar test. */
export const mcnemarEquation: MathNode = row(
  words('p value'),
  '=',
  words('min'),
  row('(', '1', ',', '2', '·', 'P', '(', 'X', '≤', words('min'), '(', 'b', ',', 'c', ')', ')', ')'),
  gap(2),
  'X',
  '∼',
  words('Binomial'),
  row('(', 'b', '+', 'c', ',', '½', ')'),
);

/** One step along the sign of the gradient, on bytes. */
export const fgsmEquation: MathNode = row(
  sup('b', '′'),
  '=',
  words('clip'),
  row(
    '(',
    'b',
    '+',
    'ε',
    '·',
    words('sign'),
    '(',
    fraction(row('∂', 'L'), row('∂', 'b')),
    ')',
    ')',
  ),
);

const competitor = row('j', '≠', 'y');
const scoreGap = row(sub('f', 'y'), '−', sub('f', 'j'));

/** Distance to the boundary in feature space. */
export const featureDistanceEquation: MathNode = row(
  words('r'),
  '=',
  under(words('min'), competitor),
  fraction(scoreGap, row('‖', sub('w', 'y'), '−', sub('w', 'j'), '‖')),
);

/** Distance to the boundary in input space, to first order. */
export const inputDistanceEquation: MathNode = row(
  words('r'),
  '≈',
  under(words('min'), competitor),
  fraction(scoreGap, row('‖', sub('∇', 'x'), '(', scoreGap, ')', '‖')),
);
