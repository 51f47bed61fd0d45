import { readFileSync } from 'node:fs';
import { type Golden, parseGolden } from '../../../support/golden-gradients.ts';

export function readGolden(): Golden {
  const path = new URL('../../../fixtures/gradients/gradients.json', import.meta.url);
  return parseGolden(readFileSync(path, 'utf8'));
}
