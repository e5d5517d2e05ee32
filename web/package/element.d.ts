// The types of `medical-code-search`: the element, its events and what a page that scripts it needs.
import type {
  CatalogInfo,
  CatalogSource,
  Coding,
  ConceptRef,
  Progress,
  SearchOptions,
  SearchResponse,
  ShowResponse,
  SimilarResponse,
} from '../engine/contract.d.ts';

export type {
  CatalogInfo,
  Coding,
  Hit,
  Progress,
  SearchResponse,
  SystemInfo,
} from '../engine/contract.d.ts';

/** What went wrong and what to do about it. */
export interface FailureDetail {
  code: string;
  message: string;
  advice: string;
  /** True when the engine was started again by itself. */
  restarted?: boolean;
}

export interface MedicalCodeSearchEventMap {
  'medcode-ready': CustomEvent<CatalogInfo>;
  'medcode-progress': CustomEvent<Progress>;
  'medcode-results': CustomEvent<SearchResponse>;
  'medcode-select': CustomEvent<Coding>;
  'medcode-error': CustomEvent<FailureDetail>;
}

/** A form control in which a person finds and chooses medical codes. */
export class MedicalCodeSearchElement extends HTMLElement {
  static readonly formAssociated: true;
  /** Address of the catalog where the attribute is missing. */
  static defaultCatalog: string;

  catalog: string;
  systems: string;
  filter: string;
  limit: number;
  placeholder: string;
  label: string;
  name: string;
  value: string;
  valueFormat: 'code' | 'coding' | 'codeable-concept' | 'codeableconcept';
  required: boolean;
  disabled: boolean;
  multiple: boolean;

  /** Every chosen code. */
  readonly codings: Coding[];
  readonly isDisabled: boolean;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  readonly updateComplete: Promise<boolean>;

  /** Empties the control and tells so with `change`. */
  clear(): void;
  checkValidity(): boolean;
  reportValidity(): boolean;

  addEventListener<K extends keyof MedicalCodeSearchEventMap>(
    type: K,
    listener: (this: MedicalCodeSearchElement, event: MedicalCodeSearchEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The page's client of a catalog: one worker, shared by all elements that name the same address. */
export interface EngineClient extends EventTarget {
  readonly ready: Promise<CatalogInfo>;
  /** Null when a later search on the same channel overtook this one. */
  search(query: string, options?: SearchOptions, channel?: number): Promise<SearchResponse | null>;
  show(system: ConceptRef['system'], code: string): Promise<ShowResponse>;
  similar(
    system: string,
    code: string,
    options?: { in?: string; limit?: number },
  ): Promise<SimilarResponse>;
  suggest(query: string, options?: { limit?: number }): Promise<{ completions: string[] }>;
  close(): void;
}

export function openShared(source: CatalogSource): EngineClient;

/**
 * Says where assets/, catalog/ and strings/ lie. Only a bundled script needs it: one that is served from the package's
 * dist/ folder finds them beside itself.
 */
export function useFiles(folder: string | URL): void;

declare global {
  interface HTMLElementTagNameMap {
    'medical-code-search': MedicalCodeSearchElement;
  }
}
