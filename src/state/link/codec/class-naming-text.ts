import type { ClassNaming } from '../../../protocol/images-spec.ts';
import type { FieldText } from './field-texts.ts';
import { LinkFault } from './link-fault.ts';

/** As many classes as a person would name by hand, and more. */
const MOST_CLASSES = 1000;

const escaped = (name: string) => name.replace(/[%,:]/g, encodeURIComponent);

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new LinkFault('a % in it is not followed by two hexadecimal digits');
  }
}

/** "halt:stop,misc": what the models call classes of a set; one that is left out stands alone. */
export const classNamingText: FieldText<ClassNaming> = {
  read: (text) => {
    const entries = text.split(',').map((each): [string, string | null] => {
      const [name = '', to] = each.split(':');
      return [plain(name), to === undefined ? null : plain(to)];
    });
    if (entries.length > MOST_CLASSES) {
      throw new LinkFault(
        `it names ${entries.length} classes, and at most ${MOST_CLASSES} are read`,
      );
    }
    // Records are copied key by key, and this key would set what they inherit.
    if (entries.some(([name]) => name === '__proto__')) {
      throw new LinkFault('no class can be called __proto__');
    }
    return Object.fromEntries(entries);
  },
  write: (naming) =>
    Object.entries(naming)
      .map(([name, to]) => (to === null ? escaped(name) : `${escaped(name)}:${escaped(to)}`))
      .join(','),
};
