import { canvasIsFaithful } from './canvas-check.ts';

postMessage({ canvasIsFaithful: canvasIsFaithful() });
close();
