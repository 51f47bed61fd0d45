import { Drawer } from '@mantine/core';
import { Glossary } from '../../panels/terms/glossary.tsx';
import classes from './help-drawer.module.css';
import { ReadingGuide } from './reading-guide.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

interface HelpDrawerProps {
  readonly isOpened: boolean;
  readonly onClose: () => void;
}

/** What the lab does, how its page is read, its keys, its words and its source. */
export function HelpDrawer({ isOpened, onClose }: HelpDrawerProps) {
  return (
    <Drawer.Root
      opened={isOpened}
      onClose={onClose}
      // The button gives the focus back itself: it also opens by a key, from anywhere.
      returnFocus={false}
      position="right"
      size={520}
      classNames={{ content: classes.content ?? '' }}
      transitionProps={{ duration: 120 }}
    >
      <Drawer.Overlay color="#000000" backgroundOpacity={0.5} />
      <Drawer.Content>
        {/* Not Drawer.Header, which is a second banner of the page. */}
        <div className={classes.top}>
          <Drawer.Title className={classes.title}>Help</Drawer.Title>
          <Drawer.CloseButton aria-label="Close help" />
        </div>
        <Drawer.Body className={classes.body}>
          <HelpText />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function HelpText() {
  return (
    <>
      <section>
        <p>
          Pixelproof measures how few changed pixels make an image classifier wrong. It changes
          pixels of test images at random, lets every model classify the same changed images, and
          counts how often an answer that was right turns wrong. All of it runs in this browser: no
          image leaves this machine.
        </p>
      </section>
      <section>
        <h3>How to read the page</h3>
        <ReadingGuide />
      </section>
      <section>
        <h3>Keys</h3>
        <ShortcutSheet />
      </section>
      <section>
        <h3>Terms</h3>
        <Glossary />
      </section>
      <section>
        <h3>Where the method comes from</h3>
        <p>
          Zhang & Cai, “Robustness Augmentation of Deep Learning Model Based on Pixel Change”,
          Journal of Software Engineering and Applications 14 (2021),{' '}
          <a href="https://doi.org/10.4236/jsea.2021.144008" target="_blank" rel="noreferrer">
            doi 10.4236/jsea.2021.144008
          </a>
          . PX5, the intervals and the paired tests are additions of this lab.
        </p>
      </section>
    </>
  );
}
