/** The addresses of the app. Each room loads its own code when it is first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { text } from '../text/en.ts';
import { BrokenPage, NotFoundPage } from './message-pages.tsx';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

function Pending(): ReactElement {
  return <p className="visually-hidden">{text.app.loading}</p>;
}

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ location }) => {
    throw redirect({ to: '/study/equity', hash: location.hash, replace: true });
  },
});

const studyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/study',
  beforeLoad: ({ location }) => {
    if (location.pathname.replace(/\/$/, '') === '/study') {
      throw redirect({ to: '/study/equity', hash: location.hash, replace: true });
    }
  },
});

const equityRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/equity',
  component: lazyRouteComponent(() => import('../features/study/equity-page.tsx'), 'EquityPage'),
  pendingComponent: Pending,
});

const solveRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/solve',
  component: lazyRouteComponent(() => import('../features/study/solve/solve-page.tsx'), 'SolvePage'),
  pendingComponent: Pending,
});

interface SignInSearch {
  /** Where to go on to. */
  readonly next?: string | undefined;
  /** What the way back from Google says. */
  readonly error?: string | undefined;
  readonly google?: string | undefined;
}

function readSignIn({ next, error, google }: Record<string, unknown>): SignInSearch {
  return {
    ...(typeof next === 'string' ? { next } : {}),
    ...(typeof error === 'string' ? { error } : {}),
    ...(typeof google === 'string' ? { google } : {}),
  };
}

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
  pendingComponent: Pending,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/sign-in',
  validateSearch: readSignIn,
  component: lazyRouteComponent(() => import('../features/account/sign-in-page.tsx'), 'SignInPage'),
  pendingComponent: Pending,
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/register',
  validateSearch: readSignIn,
  component: lazyRouteComponent(() => import('../features/account/register-page.tsx'), 'RegisterPage'),
  pendingComponent: Pending,
});

const verifyEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/verify-email',
  component: lazyRouteComponent(() => import('../features/account/verify-email-page.tsx'), 'VerifyEmailPage'),
  pendingComponent: Pending,
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/forgot-password',
  component: lazyRouteComponent(() => import('../features/account/forgot-password-page.tsx'), 'ForgotPasswordPage'),
  pendingComponent: Pending,
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/reset-password',
  component: lazyRouteComponent(() => import('../features/account/reset-password-page.tsx'), 'ResetPasswordPage'),
  pendingComponent: Pending,
});

const jobsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/jobs',
  component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
  pendingComponent: Pending,
});

interface HandsSearch {
  /** Which hands, in poker's text of a filter. */
  readonly f?: string | undefined;
  readonly sort?: string | undefined;
}

function readHands({ f, sort }: Record<string, unknown>): HandsSearch {
  return { ...(typeof f === 'string' && f !== '' ? { f } : {}), ...(typeof sort === 'string' ? { sort } : {}) };
}

/** What a text or a number in the address says is so many operations. */
function readAt({ at }: Record<string, unknown>): { readonly at?: number | undefined } {
  const number = Number(at);
  return at !== undefined && Number.isInteger(number) && number >= 0 ? { at: number } : {};
}

const handsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hands',
  component: lazyRouteComponent(() => import('../features/hands/hands-frame.tsx'), 'HandsFrame'),
  pendingComponent: Pending,
});

const handListRoute = createRoute({
  getParentRoute: () => handsRoute,
  path: '/',
  validateSearch: readHands,
  component: lazyRouteComponent(() => import('../features/hands/list/list-page.tsx'), 'ListPage'),
  pendingComponent: Pending,
});

const handStatisticsRoute = createRoute({
  getParentRoute: () => handsRoute,
  path: '/statistics',
  validateSearch: readHands,
  component: lazyRouteComponent(() => import('../features/hands/statistics/statistics-page.tsx'), 'StatisticsPage'),
  pendingComponent: Pending,
});

const handReviewRoute = createRoute({
  getParentRoute: () => handsRoute,
  path: '/review',
  validateSearch: readHands,
  component: lazyRouteComponent(() => import('../features/hands/review/review-page.tsx'), 'ReviewPage'),
  pendingComponent: Pending,
});

const pastedHandRoute = createRoute({
  getParentRoute: () => handsRoute,
  path: '/replay',
  component: lazyRouteComponent(() => import('../features/hands/replay/pasted-page.tsx'), 'PastedPage'),
  pendingComponent: Pending,
});

const handRoute = createRoute({
  getParentRoute: () => handsRoute,
  path: '/$id',
  validateSearch: readAt,
  component: lazyRouteComponent(() => import('../features/hands/replay/hand-page.tsx'), 'HandPage'),
  pendingComponent: Pending,
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    studyRoute.addChildren([equityRoute, solveRoute]),
    handsRoute.addChildren([handListRoute, handStatisticsRoute, handReviewRoute, pastedHandRoute, handRoute]),
    accountRoute,
    signInRoute,
    registerRoute,
    verifyEmailRoute,
    forgotPasswordRoute,
    resetPasswordRoute,
    jobsRoute,
  ]),
  defaultErrorComponent: BrokenPage,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
