import { afterEach, describe, expect, it } from 'vitest';
import { roadsideClasses } from '../../../../src/images/roadside/classes.ts';
import {
  cannotJoin,
  classProblem,
  classSetOf,
  sameClasses,
} from '../../../../src/state/models/model-classes.ts';
import type { ModelFacts } from '../../../../src/state/models/model-facts.ts';
import { modelList } from '../../../../src/state/models/model-list.ts';

function facts(id: string, classCount?: number, classNames: readonly string[] = []): ModelFacts {
  return {
    id,
    inputSize: [64, 64, 3],
    parameters: 10,
    multiplyAdds: 10,
    weightBytes: 40,
    ...(classCount !== undefined && { classCount }),
    classNames,
    test: { images: 0, correct: 0 },
  };
}

const cards = {
  vgg: facts('vgg', 12, roadsideClasses),
  numbered: facts('numbered', 12),
  renamed: facts('renamed', 12, roadsideClasses.toReversed()),
  imagenet: facts('imagenet', 1000),
  unread: facts('unread'),
};
const roadside = { source: 'roadside', split: 'test', count: 10 } as const;

afterEach(() => modelList.setState({ own: [], repaired: [] }));

describe('the classes of models', () => {
  it('are the same where there are as many, unless both name them, and otherwise', () => {
    const [vgg, numbered, renamed] = [cards.vgg, cards.numbered, cards.renamed].map(({ id }) =>
      classSetOf(id, cards),
    );
    if (!vgg || !numbered || !renamed) throw new Error('the classes are known');
    expect(sameClasses(vgg, numbered)).toBe(true);
    expect(sameClasses(vgg, renamed)).toBe(false);
    expect(classSetOf('unread', cards)).toBeNull();
  });

  it('keep a model out of a run of others, which is said', () => {
    expect(cannotJoin('imagenet', ['vgg'], cards)).toBe('has 1,000 classes, VGG has 12');
    expect(cannotJoin('renamed', ['vgg'], cards)).toBe('names its 12 classes otherwise than VGG');
    expect(cannotJoin('numbered', ['vgg'], cards)).toBeNull();
    expect(cannotJoin('unread', ['vgg'], cards)).toBeNull();
  });

  it('are a problem of the experiment where they differ, or are not those of Roadside', () => {
    const mixed = classProblem({ models: ['vgg', 'imagenet'], images: roadside }, cards);
    expect(mixed?.part).toBe('models');
    expect(mixed?.message).toContain('models of one run need the same classes');
    const strange = classProblem({ models: ['imagenet'], images: roadside }, cards);
    expect(strange?.part).toBe('images');
    expect(strange?.message).toMatch(/^imagenet does not know the 12 road signs/);
    expect(classProblem({ models: ['vgg', 'numbered'], images: roadside }, cards)).toBeNull();
    const photos = { source: 'folder', path: 'photos' } as const;
    expect(classProblem({ models: ['imagenet'], images: photos }, cards)).toBeNull();
  });
});
