// How much may a stranger ask for?
//
// Exports LIMITS: every bound of the service by name, with its reason. Held by tests/service/hostile.test.js.

export const LIMITS = Object.freeze({
  /** Characters of an address; what browsers and proxies commonly carry. */
  address: 8192,
  /** Bytes of a request's body: a value set of some thousand listed codes. */
  body: 256 * 1024,
  /** Parameters of one request, a value set's not counted. */
  parameters: 64,
  /** Characters of a text parameter: a filter, a display. The engine reads 1,024 bytes of query. */
  text: 256,
  /** Characters of an address or of a code within a request. */
  name: 512,
  /** Bytes of a query that the engine reads as it stands. */
  query: 1000,
  /** Concepts of one answer. */
  page: 1000,
  /** The engine's own bound of answers to one search, offset included. */
  reach: 10_000,
  /** Codes listed in one value set. */
  codes: 2000,
  /** Includes and excludes of one value set, those of value sets it names counted too. */
  parts: 32,
  /** Filters of one part. */
  filters: 8,
  /** Value sets within value sets. */
  nesting: 4,
  /** Codes that may lead to one translated back; of each the details are read. To some codes of aftercare thousands lead. */
  sources: 500,
  /** Concepts visited on the way up to answer $subsumes. */
  ancestors: 500,
});
