import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Actor = Schemas['Actor'];
export type ActorCount = Schemas['ActorCount'];
export type ActorDetail = Schemas['ActorDetail'];
export type ActorRef = Schemas['ActorRef'];
export type Alert = Schemas['Alert'];
export type AlertSeries = Schemas['AlertSeries'];
export type AlertStatus = Schemas['AlertStatus'];
export type AlertSummary = Schemas['AlertSummary'];
export type BodyShape = Schemas['BodyShape'];
export type Call = Schemas['Call'];
export type Card = Schemas['Card'];
export type Correction = Schemas['Correction'];
export type DataLevel = Schemas['DataLevel'];
export type Decision = Schemas['Decision'];
export type Endpoint = Schemas['Endpoint'];
export type EndpointDetail = Schemas['EndpointDetail'];
export type EndpointState = Schemas['EndpointState'];
export type Entity = Schemas['Entity'];
export type EntityDetail = Schemas['EntityDetail'];
export type Evidence = Schemas['Evidence'];
export type Facet = Schemas['Facet'];
export type HourCount = Schemas['HourCount'];
export type Inventory = Schemas['Inventory'];
export type Overview = Schemas['Overview'];
export type Posture = Schemas['Posture'];
export type Sensitivity = Schemas['Sensitivity'];
export type Severity = Schemas['Severity'];
export type Signal = Schemas['Signal'];
export type ValueCount = Schemas['ValueCount'];

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
export const STATUSES: readonly AlertStatus[] = ['open', 'investigating', 'confirmed', 'dismissed'];
export const SENSITIVITIES: readonly Sensitivity[] = ['high', 'medium', 'low', 'none'];
export const POSTURES: readonly Posture[] = ['open', 'mixed', 'required', 'unknown'];
export const ENDPOINT_STATES: readonly EndpointState[] = ['new', 'active', 'dormant'];
