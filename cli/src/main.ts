/**
 * The `ploscope` command. Each command is loaded when it is called, so that a short question starts fast.
 *
 * Exit codes: 0 answered, 1 failed, 2 wrong input, 130 stopped by the player.
 */
import { type Failure, formatFailure, wrongInput } from './failure.ts';
import { nearest } from './suggestion.ts';
import { systemReason } from './system-reason.ts';
import { outputOf } from './terminal/output.ts';
import { COMMAND_HELP, HELP, say } from './text/en.ts';

/** What a command leaves: nothing, an exit code of its own, or why it failed. */
type Left = Failure | number | undefined;

const COMMANDS: Readonly<Record<keyof typeof COMMAND_HELP, () => Promise<(args: readonly string[]) => Promise<Left>>>> =
  {
    equity: async () => (await import('./commands/equity.ts')).runEquity,
    range: async () => (await import('./commands/range.ts')).runRange,
    estimate: async () => (await import('./commands/estimate.ts')).runEstimate,
    solve: async () => (await import('./commands/solve.ts')).runSolveCommand,
    show: async () => (await import('./commands/show.ts')).runShow,
    login: async () => (await import('./commands/login.ts')).runLogin,
    logout: async () => (await import('./commands/logout.ts')).runLogout,
    whoami: async () => (await import('./commands/whoami.ts')).runWhoami,
    jobs: async () => (await import('./commands/jobs.ts')).runJobs,
    hands: async () => (await import('./commands/hands.ts')).runHands,
    serve: async () => (await import('./commands/serve.ts')).runServe,
  };

// `| head` closes the pipe early; that is the reader's right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`${say.error}${say.cannotWrite(systemReason(error))}\n`);
  process.exit(1);
});

process.exitCode = await run(process.argv.slice(2));

async function run([name = 'help', ...args]: readonly string[]): Promise<number> {
  try {
    const left = await dispatch(name, args);
    if (typeof left !== 'object') return left ?? 0;
    process.stderr.write(formatFailure(left, outputOf(process.stderr, process.env)));
    return left.exitCode;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${say.error}${say.internal(reason)}\n`);
    return 1;
  }
}

async function dispatch(name: string, args: readonly string[]): Promise<Left> {
  if (name === '--version' || name === '-v') return print((await import('../package.json')).version);
  if (name === 'help' || name === '--help' || name === '-h') return help(args[0]);
  if (!isCommand(name)) return unknownCommand(name);
  if (args.some((arg, i) => (arg === '--help' || arg === '-h') && !args.slice(0, i).includes('--'))) return help(name);
  return (await COMMANDS[name]())(args);
}

function help(command: string | undefined): Left {
  if (command === undefined) return print(HELP.trimEnd());
  return isCommand(command) ? print(COMMAND_HELP[command].trimEnd()) : unknownCommand(command);
}

function unknownCommand(name: string): Failure {
  const meant = nearest(name, [...Object.keys(COMMAND_HELP), 'help']);
  return wrongInput(say.unknownCommand(name), meant === null ? say.seeHelp(null) : say.didYouMean(`ploscope ${meant}`));
}

function isCommand(name: string): name is keyof typeof COMMAND_HELP {
  return Object.hasOwn(COMMAND_HELP, name);
}

function print(text: string): undefined {
  process.stdout.write(`${text}\n`);
}
