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

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    studyRoute.addChildren([equityRoute, solveRoute]),
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
