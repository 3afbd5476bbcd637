import { ActorPage } from '@/features/actors/ActorPage';
import { ActorsPage } from '@/features/actors/ActorsPage';
import { ComparePage } from '@/features/actors/ComparePage';
import { AlertPage } from '@/features/alerts/AlertPage';
import { QueuePage } from '@/features/alerts/QueuePage';
import { SuppressionsPage } from '@/features/alerts/SuppressionsPage';
import { CallsPage } from '@/features/calls/CallsPage';
import { CorrectionsPage } from '@/features/endpoints/CorrectionsPage';
import { DriftPage } from '@/features/endpoints/DriftPage';
import { EndpointPage } from '@/features/endpoints/EndpointPage';
import { EndpointsPage } from '@/features/endpoints/EndpointsPage';
import { EntitiesPage } from '@/features/entities/EntitiesPage';
import { EntityPage } from '@/features/entities/EntityPage';
import { EntityTypePage } from '@/features/entities/EntityTypePage';
import { EntityTypesPage } from '@/features/entities/EntityTypesPage';
import { ExplainedPage } from '@/features/entities/ExplainedPage';
import { BuilderPage } from '@/features/hunt/BuilderPage';
import { HuntPage } from '@/features/hunt/HuntPage';
import { ChangesPage } from '@/features/matrix/ChangesPage';
import { MatrixPage } from '@/features/matrix/MatrixPage';
import { IntakePage } from '@/features/overview/IntakePage';
import { SignInPage } from '@/features/access/SignInPage';
import { ScenarioPage } from '@/features/scenarios/ScenarioPage';
import { ScenariosPage } from '@/features/scenarios/ScenariosPage';
import { AccountPage } from '@/features/settings/AccountPage';
import { AuditPage } from '@/features/settings/AuditPage';
import { RetentionPage } from '@/features/settings/RetentionPage';
import { NetworksPage } from '@/features/settings/NetworksPage';
import { NotificationsPage } from '@/features/settings/NotificationsPage';
import { SourcesPage } from '@/features/settings/SourcesPage';
import { TokensPage } from '@/features/settings/TokensPage';
import { UsersPage } from '@/features/settings/UsersPage';
import type { RouteObject } from 'react-router';
import { Frame } from './Frame';
import { HomePage } from './HomePage';
import { Broken, NotFound } from './NotFound';

export const routes: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <Broken /> },
  {
    element: <Frame />,
    errorElement: <Broken />,
    children: [
      { path: '/', element: <HomePage /> },
      { path: '/alerts', element: <QueuePage /> },
      { path: '/alerts/:id', element: <AlertPage /> },
      { path: '/suppressions', element: <SuppressionsPage /> },
      { path: '/actors', element: <ActorsPage /> },
      { path: '/actors/compare', element: <ComparePage /> },
      { path: '/actors/:actor', element: <ActorPage /> },
      { path: '/endpoints', element: <EndpointsPage /> },
      { path: '/endpoints/corrections', element: <CorrectionsPage /> },
      { path: '/endpoints/drift', element: <DriftPage /> },
      { path: '/endpoints/:id', element: <EndpointPage /> },
      { path: '/entities', element: <EntitiesPage /> },
      { path: '/entities/:type/:id', element: <EntityPage /> },
      { path: '/entity-types', element: <EntityTypesPage /> },
      { path: '/entity-types/:type', element: <EntityTypePage /> },
      { path: '/explained', element: <ExplainedPage /> },
      { path: '/matrix', element: <MatrixPage /> },
      { path: '/matrix/changes', element: <ChangesPage /> },
      { path: '/calls', element: <CallsPage /> },
      { path: '/hunt', element: <HuntPage /> },
      { path: '/hunt/builder', element: <BuilderPage /> },
      { path: '/scenarios', element: <ScenariosPage /> },
      { path: '/scenarios/:id', element: <ScenarioPage /> },
      { path: '/intake', element: <IntakePage /> },
      { path: '/settings', element: <SourcesPage /> },
      { path: '/settings/retention', element: <RetentionPage /> },
      { path: '/settings/networks', element: <NetworksPage /> },
      { path: '/settings/users', element: <UsersPage /> },
      { path: '/settings/tokens', element: <TokensPage /> },
      { path: '/settings/audit', element: <AuditPage /> },
      { path: '/settings/notifications', element: <NotificationsPage /> },
      { path: '/settings/account', element: <AccountPage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
];
