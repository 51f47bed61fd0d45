import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

// A transition is rendered in slices, so that the first rendering is no long task.
const page = createRoot(root);
startTransition(() => {
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
