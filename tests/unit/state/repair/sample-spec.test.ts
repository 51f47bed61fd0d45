import { describe, expect, it } from 'vitest';
import { takenImages } from '../../../../src/images/sets/taken-images.ts';
import { takenOfSet } from '../../../../src/state/images/set-choice.ts';
import { paperRepair } from '../../../../src/state/repair/repair-draft.ts';
import { imagesOfRole, withSet } from '../../../../src/state/repair/repair-images.ts';
import { sampleSpec, trainingPictures } from '../../../../src/state/repair/sample-spec.ts';

const known = { count: 2, names: ['stop', 'yield'] };
/** A folder with a class that is called otherwise by the model, and with one that it does not know. */
const signs = {
  name: 'my signs',
  source: 'folder' as const,
  added: 0,
  images: ['Halt', 'cat', 'yield', 'yield', 'cat', 'Halt', 'yield', 'cat', 'Halt', 'Halt'].map(
    (className, at) => ({
      bytes: 100,
      file: `${className}/${at}.png`,
      className,
      width: 64,
      height: 64,
      sha256: String(at),
    }),
  ),
  corrections: { Halt: 'stop' },
};
const facts = {
  id: 'net',
  inputSize: [32, 48, 3] as const,
  parameters: 1,
  multiplyAdds: 1,
  weightBytes: 1,
  classCount: 2,
  classNames: known.names,
  test: { images: 0, correct: 0 },
};
const here = { sets: [signs], cards: { net: facts } };
const wish = { images: 12, samples: 2, count: 8 };

describe('the samples of a repair as a job of their own', () => {
  it('take pixels, value, region and seed from the repair', () => {
    const { repair, ...rest } = paperRepair('resnet');
    const spec = sampleSpec({ ...rest, seed: 5, repair: { ...repair, region: 0.5 } }, here, wish);
    expect(spec).toMatchObject({
      seed: 5,
      images: { source: 'roadside', split: 'train', count: 12 },
      augment: { arm: 'pixels', count: 8, value: 'replace', region: 0.5, samples: 2 },
    });
  });

  it('take the arm of a repair without changed pixels', () => {
    const { repair, ...rest } = paperRepair('resnet');
    const { augment } = sampleSpec({ ...rest, repair: { ...repair, arm: 'erasing' } }, here, wish);
    expect(augment).toMatchObject({ arm: 'erasing', samples: 2 });
  });

  it('are made of the pictures that the repair trains on, at the size of its model', () => {
    const spec = withSet(paperRepair('net'), { role: 'train', set: signs }, [signs], known);
    const train = imagesOfRole(spec, 'train');
    if (train.source === 'roadside') throw new Error('trains on Roadside');
    const trained = takenOfSet(signs, known, train);
    expect(trained.images.length).toBe(5);
    expect(trainingPictures(spec, here)).toBe(trained.images.length);
    const job = sampleSpec(spec, here, { ...wish, images: trained.images.length });
    expect(job.augment.size).toEqual([32, 48]);
    if (job.images.source === 'roadside') throw new Error('made of Roadside');
    const taken = takenImages(signs.images, job.images);
    expect(taken.map(({ file }) => file)).toEqual(trained.images.map(({ file }) => file));
    expect(new Set(taken.map(({ className }) => className))).toEqual(new Set(['stop', 'yield']));
  });
});
