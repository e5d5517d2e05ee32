// What crosses the border between a host and the terminology service? Plain requests and answers.
import type {
  CatalogInfo,
  Details,
  SearchOptions,
  SearchResponse,
  ShowResponse,
} from '../engine/contract.d.ts';

type Soon<T> = T | Promise<T>;

/** Is what the service asks of the engine: openEngine's object or EngineClient, and the detail packs. */
export interface Terminology {
  info(): Soon<CatalogInfo>;
  search(query: string, options?: SearchOptions): Soon<SearchResponse | null>;
  show(system: string, code: string): Soon<ShowResponse>;
  details(pack: string, code: string): Soon<Details>;
}

export interface ServiceRequest {
  method: string;
  /** Whole address or path, with the query string. */
  url: string;
  accept?: string;
  contentType?: string;
  body?: string;
}

export interface ServiceResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface ServiceOptions {
  terminology: Terminology;
  /** Path of the FHIR operations, `/fhir` unless told. */
  fhirPath?: string;
  /** Path of the tables, `/api` unless told. */
  tablesPath?: string;
  /** FHIR ValueSets of the site's own, offered by their `url`. */
  valueSets?: object[];
  /** What time it is; expansions carry it. */
  now?: () => Date;
}

export interface Service {
  /** Answers null when the address belongs to neither path. */
  answer(request: ServiceRequest): Promise<ServiceResponse | null>;
}
