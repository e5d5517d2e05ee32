// What is <medical-code-search>? A form control in which a person finds and chooses medical codes.
//
// Exports MedicalCodeSearchElement; registering it is medical-code-search.js's. Markup, attributes,
// events and parts are described in web/README.md.
// Held by tests/browser/{form-submit,widgets-share-one-worker,strict-csp,right-to-left}.test.js.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { resolveCatalogs } from '../engine/catalog-list.js';
import { loadMessages } from '../strings/load-messages.js';
import { CatalogConnection } from './catalog-connection.js';
import { parseValue, toCoding } from './coding.js';
import { keyAction } from './combobox-keys.js';
import { FormControlElement } from './form-control-element.js';
import { styles } from './styles.js';
import {
  drawChips,
  drawClear,
  drawFailure,
  drawLoading,
  drawNotes,
  drawOption,
  drawRestarted,
  magnifier,
} from './templates.js';

/** @typedef {import('../engine/contract.d.ts').ConceptRef} ConceptRef */

/** Hits shown when `limit` does not say. */
const DEFAULT_LIMIT = 20;

/** More than this many options at once is no list a person reads. */
const MAX_LIMIT = 200;

export class MedicalCodeSearchElement extends FormControlElement {
  static styles = styles;

  /** Address used where the `catalog` attribute is missing; set by the registering module. */
  static defaultCatalog = '';

  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    catalog: {},
    systems: {},
    filter: {},
    limit: { type: Number },
    placeholder: {},
    label: {},
    lang: {},
    _text: { state: true },
    _active: { state: true },
    _isOpen: { state: true },
  };

  #connection = new CatalogConnection(this, () => this.#onAnswer());
  #messages = loadMessages('en', () => this.requestUpdate());

  constructor() {
    super();
    this.catalog = '';
    this.systems = '';
    this.filter = '';
    this.limit = DEFAULT_LIMIT;
    this.placeholder = '';
    this.label = '';
    this._text = '';
    this._active = -1;
    this._isOpen = false;
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.hasUpdated && this.hasAttribute('value')) this.formResetCallback();
    this.addEventListener('focusout', this.#onFocusOut);
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('focusout', this.#onFocusOut);
    this.#connection.leave();
  }

  /** Empties the control and tells so with `change`. */
  clear() {
    this.choices.clear();
    this.#type('');
    this.#announceChange();
  }

  choicesReplaced() {
    this._text = this.multiple ? '' : this.choices.given || this.#choiceText;
    this._isOpen = false;
    this.requestUpdate();
    void this.#resolveGiven();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('lang') && this.lang) {
      this.#messages = loadMessages(this.lang, () => this.requestUpdate());
    }
    const address = this.catalog || MedicalCodeSearchElement.defaultCatalog;
    if (this.isConnected && !this.#connection.failure) {
      this.#connection.join(resolveCatalogs(address, document.baseURI));
    }
    if (changed.has('systems') || changed.has('filter') || changed.has('limit')) this.#ask();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (this.#connection.info && this.choices.given) void this.#resolveGiven();
    const input = /** @type {HTMLElement} */ (this.renderRoot.querySelector('input'));
    const rules = { ...this.#rules };
    this.choices.commit(rules, this.#unfinished, this.#messages, input);
    if (changed.has('_active')) {
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  render() {
    const messages = this.#messages;
    return html`
      <div class="field" part="field">
        <svg class="icon" part="icon" viewBox="0 0 24 24" aria-hidden="true">${magnifier}</svg>
        ${
          this.multiple
            ? drawChips(this.choices.codings, messages, (index) => this.#remove(index))
            : nothing
        }
        ${this.#drawInput()}
        ${
          this._text && !this.isDisabled
            ? drawClear(messages, () => {
                this.clear();
                this.focus();
              })
            : nothing
        }
      </div>
      ${this.#drawBelow()}
      <div class="spoken" role="status">${this.#spoken}</div>
    `;
  }

  #drawInput() {
    const hasActive = this._active >= 0 && this._active < this.#hits.length;
    return html`<input
      part="input"
      type="text"
      role="combobox"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      enterkeyhint="search"
      aria-label=${this.#accessibleName}
      aria-autocomplete="list"
      aria-expanded=${this.#isPopupShown ? 'true' : 'false'}
      aria-controls="list"
      aria-activedescendant=${hasActive ? `option-${this._active}` : nothing}
      aria-required=${this.required ? 'true' : nothing}
      placeholder=${this.placeholder || this.#messages.text('placeholder')}
      .value=${live(this._text)}
      ?disabled=${this.isDisabled}
      @input=${this.#onInput}
      @keydown=${this.#onKeyDown}
      @click=${() => (this._isOpen = true)}
    />`;
  }

  #drawBelow() {
    const { failure, progress, session, hasRestarted } = this.#connection;
    const messages = this.#messages;
    if (failure) return drawFailure(this.#connection, messages, () => this.#retry());
    const response = session?.response;
    if (progress && !response) return drawLoading(progress, messages);
    return html`<div class="popup" part="popup" ?hidden=${!this.#isPopupShown}>
      ${hasRestarted ? drawRestarted(messages) : nothing}
      ${response ? drawNotes(response, messages, (text) => this.#type(text)) : nothing}
      <ul id="list" class="list" part="list" role="listbox" aria-label=${messages.text('results')}>
        ${this.#hits.map((hit, index) =>
          drawOption(hit, {
            index,
            active: this._active,
            systemTitle: this.#systemTitle(hit.system),
            messages,
            onChoose: () => this.#choose(hit),
          }),
        )}
      </ul>
      ${
        response && (session?.hasMore || response.isPartial)
          ? html`<div class="foot" part="foot">
              ${
                response.isPartial
                  ? messages.text('count.partial')
                  : messages.text('shown', {
                      shown: response.hits.length,
                      count: response.total,
                    })
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  get #rules() {
    const { name, required, multiple, valueFormat } = this;
    return { name, required, multiple, format: valueFormat };
  }

  get #hits() {
    return this.#connection.session?.response?.hits ?? [];
  }

  get #isPopupShown() {
    return this._isOpen && Boolean(this.#connection.session?.response);
  }

  get #choiceText() {
    const [coding] = this.choices.codings;
    return coding ? `${coding.code} ${coding.display}` : '';
  }

  /** What was typed and stands for no choice. */
  get #unfinished() {
    const text = this._text.trim();
    const chosen = this.multiple ? '' : this.choices.given || this.#choiceText;
    return text === chosen ? '' : text;
  }

  get #accessibleName() {
    const [label] = this.labels ?? [];
    return (
      this.label ||
      this.getAttribute('aria-label') ||
      label?.textContent?.trim() ||
      this.#messages.text('label')
    );
  }

  get #spoken() {
    const response = this.#connection.session?.response;
    if (this.#connection.hasRestarted) return this.#messages.text('restarted');
    if (!response || !this._isOpen) return '';
    return response.total === 0
      ? this.#messages.text('none', { text: response.query.text })
      : this.#messages.text('count', { count: response.total });
  }

  /** @param {string} id */
  #systemTitle(id) {
    return this.#connection.systems.find((system) => system.id === id)?.title ?? id;
  }

  #ask() {
    this.#connection.askedAnew();
    const systems = this.systems.split(/[\s,]+/).filter(Boolean);
    const limit = Math.min(Math.max(1, this.limit || DEFAULT_LIMIT), MAX_LIMIT);
    const text = this.#unfinished;
    this.#connection.session
      ?.ask({ text, filter: this.filter, systems, limit })
      .catch((failure) => this.#connection.fail(failure));
  }

  #onAnswer() {
    this._active = -1;
    this.requestUpdate();
    const detail = this.#connection.session?.response;
    if (detail) this.#tell('medcode-results', detail);
  }

  /** @param {string} text */
  #type(text) {
    this._text = text;
    this._isOpen = text !== '';
    if (!this.multiple) this.choices.clear();
    this.#ask();
  }

  /** @param {Event} event */
  #onInput(event) {
    const hadValue = this.value !== '' && !this.multiple;
    this.#type(/** @type {HTMLInputElement} */ (event.target).value);
    if (hadValue) this.#announceChange();
  }

  /** @param {KeyboardEvent} event */
  #onKeyDown(event) {
    const hits = this.#hits;
    if (event.key === 'Backspace' && this.multiple && this._text === '') {
      this.#remove(this.choices.codings.length - 1);
    }
    const state = { count: hits.length, active: this._active, isOpen: this.#isPopupShown };
    const action = keyAction(event, state);
    if (!action || (action.kind === 'clear' && this._text === '')) return;
    event.preventDefault();
    if (action.kind === 'move') this._active = action.to;
    else if (action.kind === 'choose') this.#chooseByKey();
    else if (action.kind === 'clear') this.clear();
    else this._isOpen = action.kind === 'open';
  }

  /** Chooses the marked option, else the first; of a list that is still arriving only a marked one. */
  #chooseByKey() {
    const isArriving = this.#connection.session?.response?.isPartial;
    if (this._active < 0 && isArriving) return;
    this.#choose(this.#hits[Math.max(0, this._active)]);
  }

  /** @param {ConceptRef} concept */
  #choose(concept) {
    const coding = toCoding(this.#connection, concept);
    this.choices.add(coding, this.multiple);
    this._text = this.multiple ? '' : this.#choiceText;
    this._isOpen = false;
    this._active = -1;
    this.#ask();
    this.#tell('medcode-select', coding);
    this.#announceChange();
  }

  /** @param {number} index */
  #remove(index) {
    if (index < 0) return;
    this.choices.remove(index);
    this.#announceChange();
    this.focus();
  }

  /** Names a value that was set from outside, once the catalog is open. */
  async #resolveGiven() {
    const { client, info } = this.#connection;
    const { given } = this.choices;
    const parsed = parseValue(given);
    if (!client || !info || !parsed) return;
    const known = info.systems.find(({ id, uri }) => id === parsed.system || uri === parsed.system);
    const concept = known
      ? await client.show(known.id, parsed.code)
      : (await client.search(`code:${parsed.code}`, { limit: 1, isTyping: false }, -1))?.hits[0];
    if (this.choices.given !== given || !concept || !('display' in concept)) return;
    this.choices.add(toCoding(info, concept), this.multiple);
    this._text = this.multiple ? '' : this.#choiceText;
    this.requestUpdate();
  }

  /** Joins anew and asks what is in the box, once the update has joined. */
  #retry() {
    this.#connection.leave();
    this.requestUpdate();
    void this.updateComplete.then(() => this.#ask());
  }

  #onFocusOut = () => {
    this._isOpen = false;
  };

  #announceChange() {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      this.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
