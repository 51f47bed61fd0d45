import './app/trusted-types.ts';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

// What is imported at once is evaluated in one task: formats of numbers and schemas first, and the
// page after them, make short tasks of a long one.
await Promise.all([
  import('./run/number-text.ts'),
  import('./protocol/spec.ts'),
  import('./protocol/result.ts'),
]);
const { openLink } = await import('./state/link/open-link.ts');
const { App } = await import('./app/app.tsx');

// Before anything is drawn, so that nothing is drawn twice.
openLink(location.href);

// A transition is rendered in slices.
const page = createRoot(root);
startTransition(() => {
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
