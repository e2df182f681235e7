/** Leaves a page for signing in once somebody is signed in, however that came. A guest may still want to. */
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePlayer } from '../../lib/api/who.ts';
import { placeToGoOn } from './checks.ts';

export function useGoingOn(next: string | undefined): void {
  const router = useRouter();
  const player = usePlayer();
  const isIn = player !== null && !player.guest;
  useEffect(() => {
    // In place of this page: going back leads to where one came from.
    if (isIn) router.history.replace(placeToGoOn(next));
  }, [isIn, next, router]);
}
