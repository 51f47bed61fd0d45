import { expect, it } from 'vitest';
import { panelIn, withPanel } from '../../../../src/state/navigation/panel-address.ts';

const home = 'http://localhost:1/lab/index.html';

it('the home panel has no name in the address', () => {
  expect(panelIn(home)).toBeNull();
  expect(withPanel(`${home}?panel=repair`, null)).toBe(home);
});

it('a panel is found again in the address that names it', () => {
  expect(panelIn(withPanel(home, 'repair'))).toBe('repair');
  expect(panelIn(withPanel(`${home}?panel=repair`, 'models'))).toBe('models');
});

it('what else the address holds is kept', () => {
  expect(withPanel(`${home}?seed=8#a=b`, 'repair')).toBe(`${home}?seed=8&panel=repair#a=b`);
  expect(withPanel(`${home}?panel=repair&seed=8#a=b`, null)).toBe(`${home}?seed=8#a=b`);
});
