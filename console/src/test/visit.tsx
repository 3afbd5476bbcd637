import { routes } from '@/app/routes';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { RouterProvider, createMemoryRouter } from 'react-router';
import { type FakeServer, install } from './FakeServer';

/** Opens the console at an address, in front of a server. Answers where it is now. */
export function visit(url: string, server: FakeServer): { address: () => string } {
  install(server);
  const router = createMemoryRouter(routes, { initialEntries: [url] });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { address: () => router.state.location.pathname + router.state.location.search };
}
