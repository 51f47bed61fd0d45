import { z } from 'zod';

type RawIssue = z.core.$ZodRawIssue;

const typeNames: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};

function thingsOf(origin: string, amount: number | bigint): string {
  if (origin === 'string') return amount === 1 ? ' character' : ' characters';
  if (origin === 'array') return amount === 1 ? ' entry' : ' entries';
  return '';
}

/**
 * What is to be done about an issue, in place of the schema library's own words: "use at least 1",
 * "missing; give a number". Undefined where those are as good.
 */
function plainIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = typeNames[issue.expected] ?? issue.expected;
      return issue.input === undefined ? `missing; give ${wanted}` : `use ${wanted}`;
    }
    case 'invalid_value':
      return `use ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small': {
      const word = issue.inclusive === false ? 'more than' : 'at least';
      return `use ${word} ${issue.minimum}${thingsOf(issue.origin, issue.minimum)}`;
    }
    case 'too_big': {
      const word = issue.inclusive === false ? 'less than' : 'at most';
      return `use ${word} ${issue.maximum}${thingsOf(issue.origin, issue.maximum)}`;
    }
    default:
      return undefined;
  }
}

// Compiled schemas need `new Function`, which a strict Content-Security-Policy forbids. The setting
// has to precede every schema, in workers too, so all of src imports zod from here.
z.config({ jitless: true, customError: plainIssue });

export { z };
