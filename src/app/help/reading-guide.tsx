import classes from './reading-guide.module.css';

const parts = [
  {
    what: 'The sentence',
    how: 'is the experiment. Its marked parts can be changed; the line below says what a run will cost before it starts.',
  },
  {
    what: 'The finding',
    how: 'says in words what was measured, with its 95\u00a0% interval, and says so where the data do not decide.',
  },
  {
    what: 'The curve',
    how: 'shows for each model the share of eligible images that it still gets right. The higher the line stays, the more robust the model; the bar through a point is its 95\u00a0% interval.',
  },
  {
    what: 'The ranking',
    how: 'compares two models on the same images. Bands may overlap where it tells two models apart, because it looks at the images on which they differ.',
  },
  {
    what: 'Files',
    how: 'hold everything: save a run, or drop an experiment (spec.json) or a result (result.json) anywhere on the page to open it.',
  },
];

export function ReadingGuide() {
  return (
    <ul className={classes.guide}>
      {parts.map(({ what, how }) => (
        <li key={what}>
          <strong>{what}</strong> {how}
        </li>
      ))}
    </ul>
  );
}
