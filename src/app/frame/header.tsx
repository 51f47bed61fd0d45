import { ComputeBadge } from '../compute/compute-badge.tsx';
import { HelpButton } from '../help/help-button.tsx';
import { OpenButton } from '../open-file/open-button.tsx';
import { ColorSchemeToggle } from './color-scheme-toggle.tsx';
import classes from './header.module.css';
import { Logo } from './logo.tsx';

interface HeaderProps {
  readonly className: string | undefined;
  /** What the panel that is shown answers. */
  readonly question: string;
}

export function Header({ className, question }: HeaderProps) {
  return (
    <header className={`${classes.header} ${className ?? ''}`}>
      <div className={classes.title}>
        <Logo />
        <h1 className={classes.name}>Pixelproof</h1>
      </div>
      <p className={classes.question}>{question}</p>
      <div className={classes.tools}>
        <OpenButton />
        <ComputeBadge />
        <ColorSchemeToggle />
        <HelpButton />
      </div>
    </header>
  );
}
