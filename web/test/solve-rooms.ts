/** The screen's controller with its real rooms for tests: reader and solver run here, on message channels and Node's workers. */
import { MessageChannel } from 'node:worker_threads';
import { openNodeSolver } from '@ploscope/kernel/host/node';
import { type SolveController, startSolveStudy } from '../src/features/study/solve/controller.ts';
import { limitsOf } from '../src/features/study/solve/memory-limits.ts';
import { DEFAULT_SETTINGS, type Settings } from '../src/features/study/solve/settings.ts';
import type { SolveDraft } from '../src/features/study/solve/spot/draft.ts';
import type { Step } from '../src/features/study/solve/state.ts';
import { readDraft } from '../src/features/study/solve/work/judging.ts';
import type {
  Place,
  SightSummary,
  SolveReaderMethods,
  SolverMethods,
} from '../src/features/study/solve/work/protocol.ts';
import type { OpenSolveRooms } from '../src/features/study/solve/work/solve-rooms.ts';
import { openSolving } from '../src/features/study/solve/work/solving.ts';
import { type Calls, type Handlers, type Methods, openCalls, serveCalls } from '../src/lib/worker-calls.ts';

const WITHIN_MS = 30_000;

const noOrderings = async () => new Map();

function line<M extends Methods<M>>(handlers: Handlers<M>, onCrash: (message: string) => void): Calls<M> {
  const { port1, port2 } = new MessageChannel();
  serveCalls<M>(port2 as unknown as Parameters<typeof serveCalls>[0], handlers);
  port2.start();
  const calls = openCalls<M>(Object.assign(port1, { terminate: () => port1.close() }) as never, onCrash);
  port1.start();
  return calls;
}

const solvers: Awaited<ReturnType<typeof openNodeSolver>>[] = [];

const openRooms: OpenSolveRooms = (onCrash) => {
  const reader = line<SolveReaderMethods>({ report: (draft) => readDraft(draft, noOrderings) }, onCrash);
  const openSolver = async () => {
    const solver = await openNodeSolver({ threads: 1 });
    solvers.push(solver);
    return solver;
  };
  const solver = line<SolverMethods>(openSolving({ openSolver, loadOrderings: noOrderings }), onCrash);
  return {
    reader,
    solver,
    close: () => {
      reader.close();
      solver.close();
    },
  };
};

export function startWithRooms(
  draft: SolveDraft,
  settings: Partial<Settings> = {},
  onDraft: (draft: SolveDraft) => void = () => {},
): SolveController {
  return startSolveStudy({
    draft,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    limits: limitsOf(undefined),
    openRooms,
    onDraft,
  });
}

/** After each test. */
export async function closeRooms(): Promise<void> {
  await Promise.all(solvers.splice(0).map((solver) => solver.close()));
}

export async function settles(check: () => void): Promise<void> {
  for (const end = Date.now() + WITHIN_MS; ; ) {
    try {
      check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Looks at a place, and waits for what is seen there. */
export async function lookAt(
  study: SolveController,
  place: Place,
  steps: readonly Step[],
  again: boolean,
): Promise<SightSummary> {
  const before = study.store.get().sight?.version;
  study.computing.look({ place, again }, steps);
  let seen: SightSummary | null = null;
  await settles(() => {
    const { looking, sight } = study.store.get();
    if (looking !== null || sight === null || sight.version === before) throw new Error('nothing seen');
    seen = sight;
  });
  return seen!;
}
