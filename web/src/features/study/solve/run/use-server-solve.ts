/** Submits the spot as it stands to the server, and leads to its job. The code that talks to it is loaded then. */
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { stopOf } from '../settings.ts';
import { useSolve } from '../solve-context.tsx';
import { draftOf } from '../state.ts';

export interface ServerSolve {
  readonly busy: boolean;
  /** Why it was not taken; empty when all is well. */
  readonly failure: string;
  readonly submit: () => void;
}

export function useServerSolve(): ServerSolve {
  const { study } = useSolve();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const sending = useRef(false);

  const submit = async (): Promise<string> => {
    const { reading, settings, ...state } = study.store.get();
    const draft = draftOf({ ...state, reading, settings });
    const spot = reading?.draft === draft ? reading.report.spot : null;
    const stop = stopOf(settings);
    if (spot === null || stop === null) return solveText.run.needSpot;
    if (stop.exploitability === 0) return solveText.server.noTarget;
    const { submitSolve } = await import('./submit-solve.ts');
    const answer = await submitSolve(spot, stop, settings);
    if (!answer.ok) return [answer.error.message, answer.error.hint].filter(Boolean).join(' ');
    await navigate({ to: '/jobs', hash: answer.value.id });
    return '';
  };
  const start = async (): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setFailure('');
    setFailure(await submit().catch(() => solveText.server.broken));
    sending.current = false;
    setBusy(false);
  };
  return { busy, failure, submit: () => void start() };
}
