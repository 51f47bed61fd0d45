import classes from './header.module.css';
import { ColorSchemeToggle } from './color-scheme-toggle.tsx';
import { ComputeBadge } from './compute-badge.tsx';
import { Logo } from './logo.tsx';

export function Header() {
  return (
    <header className={classes.header}>
      <div className={classes.inner}>
        <div className={classes.title}>
          <Logo />
          <h1 className={classes.name}>Pixelproof</h1>
        </div>
        <p className={classes.explanation}>
          How few changed pixels make an image classifier wrong?
        </p>
        <div className={classes.tools}>
          <ComputeBadge />
          <ColorSchemeToggle />
        </div>
      </div>
    </header>
  );
}
