/** The addresses of the app. Each room loads its own code when it is first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { text } from '../text/en.ts';
import { BrokenPage, NotFoundPage } from './message-pages.tsx';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

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
  pendingComponent: () => <p className="visually-hidden">{text.app.loading}</p>,
});

const solveRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/solve',
  component: lazyRouteComponent(() => import('../features/study/solve/solve-page.tsx'), 'SolvePage'),
  pendingComponent: () => <p className="visually-hidden">{text.app.loading}</p>,
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, studyRoute.addChildren([equityRoute, solveRoute])]),
  defaultErrorComponent: BrokenPage,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
