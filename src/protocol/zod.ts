import { z } from 'zod';

// Compiled schemas need `new Function`, which a strict Content-Security-Policy forbids. The setting
// has to precede every schema, in workers too, so all of src imports zod from here.
z.config({ jitless: true });

export { z };
