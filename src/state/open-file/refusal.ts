/** Why a file is not opened, for a person. */
export interface Refusal {
  /** Names the file and what is wrong with it. */
  readonly heading: string;
  /** What exactly, and where in the file. */
  readonly message: string;
  /** What to do instead. */
  readonly remedy: string;
  /** To be typed in a terminal, where that is what to do. */
  readonly command?: string;
}

/** Largest file that is read, in bytes. */
export const mostBytes = 64_000_000;

const openInstead =
  'Open a spec.json or a result.json of this lab, a model, pictures, or a file of runs.';

interface OtherKind {
  readonly extension: RegExp;
  readonly what: string;
  readonly remedy: string;
}

const otherKinds: readonly OtherKind[] = [
  {
    extension: /\.csv$/i,
    what: 'a table without the experiment behind it',
    remedy: 'Open the result.json of the same run.',
  },
  {
    extension: /\.(png|jpe?g|webp|avif|gif|bmp|tiff?|hei[cf]|svg)$/i,
    what: 'a picture',
    remedy: 'Open it in Images as PNG, JPEG, WebP, AVIF, GIF or BMP.',
  },
  {
    extension: /\.bin$/i,
    what: 'the weights of a model',
    remedy: 'Choose or drop them together with its model.json.',
  },
  {
    extension: /\.(onnx|safetensors)$/i,
    what: 'a model',
    remedy: 'Open it in Models.',
  },
  {
    extension: /\.(h5|keras|pt|pth|tflite)$/i,
    what: 'a model in a format that the lab does not read',
    remedy: 'Export it as ONNX, TensorFlow.js or safetensors, then open that.',
  },
  {
    extension: /\.(zip|gz|tgz|tar|7z|rar)$/i,
    what: 'an archive',
    remedy: 'Unpack it and open what is in it; models and pictures are also opened from a zip.',
  },
];

/** @param reason the parser's complaint */
export function notJson(file: string, text: string, reason: string): Refusal {
  const other = otherKinds.find(({ extension }) => extension.test(file));
  if (other !== undefined) {
    const heading = `${file} is not an experiment or a result`;
    return { heading, message: `It looks like ${other.what}.`, remedy: other.remedy };
  }
  if (text.trim() === '') {
    const message = 'There is nothing in it to read.';
    return { heading: `${file} is empty`, message, remedy: openInstead };
  }
  if (!/\.json$/i.test(file)) {
    const message = 'It holds no experiment and no result.';
    return { heading: `${file} is nothing that the lab opens`, message, remedy: openInstead };
  }
  return { heading: `${file} is not JSON`, message: `${reason}.`, remedy: openInstead };
}

/** @param fields the file's outermost fields; null if it is not an object */
export function neitherKind(file: string, fields: readonly string[] | null): Refusal {
  if (fields?.includes('modelTopology')) {
    return {
      heading: `${file} is not an experiment or a result`,
      message: 'It is the model.json of a TensorFlow.js model.',
      remedy: 'Open it in Models, together with its weight files.',
    };
  }
  const shown = fields === null || fields.length === 0 ? null : fields.slice(0, 6).join(', ');
  const more = fields !== null && fields.length > 6 ? ' and more' : '';
  const found = shown === null ? 'no fields' : `the fields ${shown}${more}`;
  return {
    heading: `${file} is neither an experiment nor a result`,
    message: `It has ${found}. An experiment has version, seed, models, images and grid; a result has version, spec, manifest and cells.`,
    remedy: openInstead,
  };
}

export function otherVersion(file: string, version: string): Refusal {
  return {
    heading: `${file} is of another version`,
    message: `version: it says ${version}, and this page reads version 1.`,
    remedy: 'Reload the page to get its newest version, or open the file where it was made.',
  };
}

/** @param kind what the file says of itself, such as "training" */
export function otherResult(file: string, kind: string): Refusal {
  return {
    heading: `${file} is the result of another kind of experiment`,
    message: `kind: it says ${kind}, and this page opens results of pixel changes, of attacks and of repairs.`,
    remedy: 'Read its figures in the tables (CSV) that were written beside it.',
  };
}

/** @param complaint one line that starts with the field */
export function faulty(file: string, kind: 'experiment' | 'result', complaint: string): Refusal {
  return {
    heading: `${file} is ${kind === 'result' ? 'a' : 'an'} ${kind} with a fault`,
    message: /[.!?]$/.test(complaint) ? complaint : `${complaint}.`,
    remedy:
      kind === 'result'
        ? 'Open the file as the run wrote it.'
        : 'Mend this field in the file, then open it again.',
  };
}

/**
 * @param missing one line that starts with the field
 * @param job the command of the terminal that runs it
 */
export function notHere(
  file: string,
  missing: string,
  job: 'sweep' | 'attack' | 'repair' | 'augment',
): Refusal {
  return {
    heading: `${file} cannot be run on this page`,
    message: `${missing}.`,
    remedy: 'Run it in the terminal; the result.json that it writes into DIR can be opened here:',
    command: `npm run lab -- ${job} ${file} --out DIR`,
  };
}

export function tooLarge(file: string, bytes: number): Refusal {
  return {
    heading: `${file} is too large`,
    message: `It has ${Math.ceil(bytes / 1e6)} MB; files of up to ${mostBytes / 1e6} MB are opened.`,
    remedy: `Check that it is the right file. ${openInstead}`,
  };
}

export function unreadable(file: string, reason: string): Refusal {
  return {
    heading: `${file} could not be read`,
    message: `${reason}.`,
    remedy: 'Check that the file is still there, then open it again.',
  };
}

/** @param names what was dropped together */
export function notOneFile(names: readonly string[], hasFolder: boolean): Refusal {
  const heading = hasFolder
    ? `${names[0] ?? 'The folder'} is a folder`
    : `${names.length} files were dropped at once`;
  const message = hasFolder ? 'Folders are not opened here.' : 'One at a time is opened.';
  return { heading, message, remedy: openInstead };
}

export function runUnderWay(file: string): Refusal {
  return {
    heading: `${file} was not opened: a run is under way`,
    message: 'The run goes on, and nothing of it is lost.',
    remedy: 'Wait until it has finished, or cancel it, then open the file again.',
  };
}

export function repairUnderWay(file: string): Refusal {
  return {
    heading: `${file} was not opened: a repair is under way`,
    message: 'The repair goes on, and nothing of it is lost.',
    remedy: 'Wait until it has finished, or cancel it, then open the file again.',
  };
}
