import { LabError } from '../protocol/lab-error.ts';
import { attackCommand } from './attack-command.ts';
import { augmentCommand } from './augment-command.ts';
import { parseArguments } from './arguments.ts';
import { EXIT, isBadInput } from './exit-codes.ts';
import { HELP } from './help-text.ts';
import { repairCommand } from './repair-command.ts';
import { reportCommand } from './report-command.ts';
import { sweepCommand } from './sweep-command.ts';

/** Where the command was typed: `npm run` itself moves to the folder of the package. */
function typedIn({ npm_lifecycle_event: script, INIT_CWD: folder }: NodeJS.ProcessEnv): string {
  return (script === 'lab' ? folder : undefined) ?? process.cwd();
}

async function main(argv: readonly string[]): Promise<number> {
  try {
    const options = parseArguments(argv, typedIn(process.env));
    if (options.command === 'sweep') return await sweepCommand(options);
    if (options.command === 'attack') return await attackCommand(options);
    if (options.command === 'repair') return await repairCommand(options);
    if (options.command === 'augment') return await augmentCommand(options);
    if (options.command === 'report') return await reportCommand(options);
    process.stdout.write(HELP);
    return EXIT.done;
  } catch (error) {
    if (error instanceof LabError && isBadInput(error.kind)) {
      process.stderr.write(`${error.message.replace(/\s*\n\s*/g, ' ')}\n`);
      return EXIT.badInput;
    }
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return EXIT.unexpected;
  }
}

process.exitCode = await main(process.argv.slice(2));
