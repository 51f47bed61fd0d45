import { definitions } from '../../run/finding/definitions.ts';
import classes from './glossary.module.css';

/** Every definition, to be read in a row. */
export function Glossary() {
  return (
    <dl className={classes.glossary}>
      {Object.entries(definitions).map(([name, { title, text }]) => (
        <div key={name}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
