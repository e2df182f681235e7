/**
 * The Worker that holds a solve: expands ranges, drives the kernel's own Workers, sorts and sums hands. It stands
 * between the page and the kernel so that no list of hands ever holds up the page.
 */
import { openBrowserSolver } from '@ploscope/kernel/host/browser';
import { serveCalls } from '../../../../lib/worker-calls.ts';
import { fetchOrderings } from '../../work/orderings.ts';
import type { SolverMethods } from './protocol.ts';
import { openSolving } from './solving.ts';

serveCalls<SolverMethods>(self, openSolving({ openSolver: () => openBrowserSolver(), loadOrderings: fetchOrderings }));
