// What crosses the border between the engine and the page? Plain data only (DESIGN section 6).
// Offsets are UTF-16, as JavaScript counts.

export type Span = [start: number, end: number];

export interface QueryError {
  code: string;
  message: string;
  advice: string;
  span: Span;
}

export interface Hit {
  system: string;
  code: string;
  display: string;
  status: 'active' | 'inactive';
  billable: boolean | null;
  score: number;
  spans: Span[];
  matched: { use: string; text: string; spans: Span[] } | null;
  why: string;
  /** Only where it was asked for. */
  sum?: Sum;
}

export interface SearchOptions {
  limit?: number;
  offset?: number;
  /** Narrows hits and total; the facets always count every system. */
  systems?: string[];
  /** A query that every answer must meet, such as `is:billable`; it narrows the facets too. */
  filter?: string;
  /** True while the last word may be unfinished. */
  isTyping?: boolean;
  /** True when each hit shall carry the sum behind its place. */
  isExplained?: boolean;
}

export interface ChapterCount {
  system: string;
  id: string;
  title: string;
  count: number;
}

/** The sum behind a hit's place (core/search/RANKING.md); the parts lie in [0, 1]. */
export interface Sum {
  tier: 'relaxed' | 'all-words' | 'exact-name' | 'code-prefix' | 'exact-code';
  satisfaction: number;
  coverage: number;
  prior: number;
}

export interface SearchResponse {
  query: { text: string; canonical: string; error: QueryError | null };
  total: number;
  relaxed: boolean;
  expansions: { from: string; to: string; kind: string }[];
  didYouMean: string | null;
  facets: {
    system: Record<string, number>;
    status: Record<string, number>;
    /** Of the systems asked for: how many may stand on a claim, and how many are headers. */
    billing: { billable: number; header: number };
    /** Of the systems asked for: the fullest chapters, most first. */
    chapter: ChapterCount[];
  };
  hits: Hit[];
  /** True while more systems are arriving: it was answered from those that are there. */
  isPartial?: boolean;
  /** Of a partial answer: the catalogs that are still on their way, as people call them. */
  waiting?: string[];
}

export interface Named {
  code: string;
  display: string;
}

export interface ConceptRef extends Named {
  system: string;
}

export interface Designation {
  use: string;
  text: string;
}

export interface Concept {
  found: true;
  system: string;
  code: string;
  display: string;
  status: 'active' | 'inactive';
  billable: boolean | null;
  ancestors: Named[];
  /** The first of them; `childCount` tells how many there are. */
  children: Named[];
  childCount?: number;
  /** Chapters and sections it lies in, from the widest down; they are no codes. */
  chapters?: { id: string; title: string }[];
  designations: Designation[];
  /**
   * File name of the detail pack that holds the rest, null when there is no rest; of several catalogs after the key of
   * its own and a colon.
   */
  pack: string | null;
}

export type ShowResponse = Concept | { found: false; suggestions: ConceptRef[] };

/** One line of a system's tree; `kind` is missing where it is a concept. */
export interface TreeNode {
  kind?: 'group' | 'initial';
  /** A code, the id of a group (`E08-E13`) or an initial (`~A`); names the node in `browse`. */
  code: string;
  display: string;
  status?: 'active' | 'inactive';
  billable?: boolean | null;
  /** Lines one level down. */
  children: number;
  /** Concepts at any depth below. */
  below: number;
}

export type BrowseResponse =
  | { found: true; system: string; node: string; total: number; nodes: TreeNode[] }
  | { found: false; error: { code: string; message: string; advice: string } };

export interface SimilarResponse {
  of: { system: string; code: string };
  /** `variants`: codes that differ from the hit only in side, encounter or the like. */
  groups: { system: string; hits: (ConceptRef & { why: string; variants?: Named[] })[] }[];
}

export interface CheckedConcept extends ConceptRef {
  status: 'active' | 'inactive';
  billable: boolean | null;
}

/** What one line of a pasted list is worth; the verdicts are explained in check-line.js. */
export interface CheckedLine {
  verdict: 'valid' | 'ambiguous' | 'header' | 'inactive' | 'unknown' | 'exact' | 'similar' | 'none';
  concept: CheckedConcept | null;
  /** What else may be meant, the likeliest first. */
  others: CheckedConcept[];
  /** The other name that the words were found in, empty for the preferred one. */
  matched: string;
  /** True when a code stands beside words that it is not called. */
  isMisnamed: boolean;
}

export interface SystemInfo {
  id: string;
  title: string;
  uri: string;
  version: string;
  publisher: string;
  concepts: number;
  active: number;
  notice: string;
  /** True of a set that the person added in this browser. */
  isOwn?: boolean;
}

export interface CatalogInfo {
  format: string | number;
  /** Of several catalogs their ids, joined by `+`. */
  id: string;
  systems: SystemInfo[];
  /** Those of several catalogs that could not be had, and why; the others answer. */
  missing?: MissingCatalog[];
}

export interface MissingCatalog {
  name: string;
  code: string;
  message: string;
  advice: string;
}

export type ArticleBlock = string | { list: string[] } | { steps: string[] };

export interface ArticleSection {
  heading: string;
  subheading?: string;
  blocks: ArticleBlock[];
}

export interface Article {
  kind: string;
  title: string;
  reviewed?: string;
  sections: ArticleSection[];
}

/** What only a concept's page needs; lies in a detail pack. */
export interface Details {
  designations?: Designation[];
  notes?: { kind: string; text: string }[];
  axes?: { title: string; value: string; label: string; definition?: string }[];
  properties?: { name: string; value: string }[];
  relations?: {
    kind: string;
    system: string;
    code: string;
    display?: string;
    flags?: string[];
  }[];
  article?: Article;
  /** By the id of a chapter or section: the official notes that hold for every code in it. */
  groups?: Record<string, Pick<Details, 'notes'>>;
}

export interface DetailPack {
  catalog: string;
  concepts: Record<string, Details>;
  groups?: Details['groups'];
}

export interface Engine {
  /**
   * Loads the mappings and notes (details/mappings-and-notes.bin.gz), which `maps-to:` and `note:` search. `key`: of
   * several catalogs the one they belong to: '' the first, '2' the second.
   */
  loadCompanion(companion: Uint8Array, key?: string): Promise<void>;
  search(query: string, options?: SearchOptions): SearchResponse;
  show(system: string, code: string): ShowResponse;
  /** A part of one level of the tree; `node` is '' for the top of the system. */
  browse(
    system: string,
    node: string,
    options?: { offset?: number; limit?: number },
  ): BrowseResponse;
  similar(system: string, code: string, options?: { in?: string; limit?: number }): SimilarResponse;
  suggest(query: string, options?: { limit?: number }): { completions: string[] };
  info(): CatalogInfo;
  close(): void;
}

export interface OpenOptions {
  wasmBinary?: Uint8Array | ArrayBuffer | Promise<Uint8Array | ArrayBuffer>;
  /** One catalog, or several that answer as one, in the order in which equal hits shall stand. */
  catalog: CatalogBytes | CatalogBytes[];
  /** True for the engine as plain JavaScript; without it, where WebAssembly cannot run. */
  isPlain?: boolean;
  /** The engine's code where it is ready already: catalogs of one module share its memory. */
  module?: EngineModule | Promise<EngineModule>;
}

export type CatalogBytes = Uint8Array | ArrayBuffer | Promise<Uint8Array | ArrayBuffer>;

/** What createEngineModule gives; only openEngine looks into it. */
export interface EngineModule {
  Engine: new () => any;
  HEAPU8: Uint8Array;
}

/** Where a catalog comes from: an address, or bytes that the page already holds. */
export interface CatalogSource {
  /** Several have a blank between them; one that ends in `.json` is an index of catalogs (catalog-list.js). */
  url: string;
  /** Address of a small catalog of some of its systems, which answers while the full one loads. */
  first?: string;
  bytes?: Uint8Array;
  packs?: Record<string, Uint8Array>;
  wasmBinary?: Uint8Array;
}

export interface Progress {
  loaded: number;
  /** 0 when the server did not say. */
  total: number;
  /** Of several catalogs the one that is arriving, as people call it. */
  name?: string;
  /** Of several catalogs those that are not there yet, that one included. */
  waiting?: string[];
}

/** Codes that a person added: a finished catalog and what lies in its `details/`. */
export interface OwnSet {
  /** Names it among the catalogs: letters and digits. */
  key: string;
  title: string;
  catalog: Uint8Array;
  details: Record<string, Uint8Array>;
}

/** FHIR Coding. */
export interface Coding {
  system: string;
  version?: string;
  code: string;
  display: string;
}
