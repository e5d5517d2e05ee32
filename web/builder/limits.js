// How much may a page be given to build a catalog of? Each limit with its reason; README.md shows them as a table.
//
// Held by tests/wasm/builder-hostile.test.js and tests/browser/unit/hostile-zips.test.js.

/** Bytes of the files of one folder or zip, unpacked: wasm has 2 GB, for them and for what becomes of them. */
export const MAX_FOLDER_BYTES = 640 * 2 ** 20;

/** Bytes of a zip within a zip, which is held in memory while its members are read. */
export const MAX_INNER_ZIP_BYTES = 256 * 2 ** 20;

/** Zips within zips that are opened: publishers wrap one into another, bombs many. */
export const MAX_ZIP_DEPTH = 2;

/** Members of one zip and of those in it together: a full SNOMED CT release has some 100. */
export const MAX_ZIP_MEMBERS = 10_000;

/** Bytes of a zip's directory, which is read whole: as many members as there may be, with long names, take less. */
export const MAX_DIRECTORY_BYTES = 16 * 2 ** 20;

/** Unpacked bytes per packed byte beyond which a large member is taken for a bomb; order files reach 20. */
export const MAX_ZIP_RATIO = 200;

/** Members below this are never taken for a bomb, in bytes. */
export const HARMLESS_BYTES = 64 * 2 ** 20;

/** UTF-16 units of a name: file systems allow 255 bytes a part. */
export const MAX_NAME_LENGTH = 1_000;

/** Files given at once, zips counted as one. */
export const MAX_FILES = 2_000;

/** First bytes by which a file is recognised: a FHIR resource may tell its type behind its narrative. */
export const HEAD_BYTES = 64 * 1024;

/** Refused and odd rows told of one file; the others are counted. */
export const MAX_ROWS_TOLD = 200;

/** Columns of a guessed table that are kept as facts of a code; wider exports are mostly empty. */
export const MAX_PROPERTIES = 12;
