import { z } from 'zod';
import { plainIssue } from './plain-issue.ts';

// Compiled schemas need `new Function`, which a strict Content-Security-Policy forbids. The setting
// has to precede every schema, in workers too, so all of src imports zod from here.
z.config({ jitless: true, customError: plainIssue });

export { z };
