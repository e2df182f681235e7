/** The other way to solve: on the server. Leads to signing in where nobody is, and a guest to registering. */
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { usePlayer } from '../../../../lib/api/who.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import type { ServerSolve } from './use-server-solve.ts';

const words = solveText.server;

export function ServerButton({ server, ready }: { server: ServerSolve; ready: boolean }): ReactElement {
  const player = usePlayer();
  const navigate = useNavigate();
  if (player === null || player.guest) {
    const to = player === null ? '/account/sign-in' : '/account/register';
    const next = `${window.location.pathname}${window.location.hash}`;
    return (
      <Button
        icon="server"
        title={words.signInNote}
        // The address as it stands when it is pressed: it holds the spot.
        onClick={() => void navigate({ to, search: { next } })}
      >
        {words.solve}
      </Button>
    );
  }
  return (
    <Button
      icon="server"
      disabled={!ready}
      title={ready ? words.note : solveText.run.needSpot}
      aria-disabled={server.busy}
      onClick={server.submit}
    >
      {words.solve}
    </Button>
  );
}
