import classes from './skip-link.module.css';

/** Past the bars, to the panel; the address is left alone, since it says what is shown. */
export function SkipLink({ onSkip }: { readonly onSkip: () => void }) {
  return (
    <a
      className={classes.skip}
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        onSkip();
      }}
    >
      Skip to the panel
    </a>
  );
}
