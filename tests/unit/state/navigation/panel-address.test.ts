import { expect, it } from 'vitest';
import { panelAddress, panelIn } from '../../../../src/state/navigation/panel-address.ts';

const home = 'http://localhost:1/lab/index.html';

it('the home panel has no name in the address', () => {
  expect(panelIn(home)).toBeNull();
  expect(panelAddress(`${home}?panel=repair`, null)).toBe(home);
});

it('a panel is found again in the address that names it', () => {
  expect(panelIn(panelAddress(home, 'repair'))).toBe('repair');
  expect(panelIn(panelAddress(`${home}?panel=repair`, 'models'))).toBe('models');
});

it('what an address says of one panel is not taken along to another', () => {
  expect(panelAddress(`${home}?seed=8#a=b`, 'repair')).toBe(`${home}?panel=repair#a=b`);
  expect(panelAddress(`${home}?panel=repair&seed=8`, null)).toBe(home);
});
