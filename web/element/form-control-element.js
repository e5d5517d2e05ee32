// How does the element take part in a form, as <input> does?
//
// Exports FormControlElement: value, validity, reset, restored state and disabled over
// ElementInternals. What is typed and chosen is the derived class's.
// Held by tests/browser/form-submit.test.js and tests/browser/what-the-person-prefers.test.js.

import { LitElement } from 'lit';
import { Choices } from './choices.js';
import { MAX_VALUE, readState } from './coding.js';

export class FormControlElement extends LitElement {
  static formAssociated = true;
  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    multiple: { type: Boolean, reflect: true },
    valueFormat: { attribute: 'value-format' },
  };

  #internals = this.attachInternals();
  /** True while a <fieldset disabled> around the element disables it. */
  #isFormDisabled = false;

  constructor() {
    super();
    this.name = '';
    this.required = false;
    this.disabled = false;
    this.multiple = false;
    /** @type {import('./coding.js').ValueFormat} */
    this.valueFormat = 'code';
    this.choices = new Choices(this.#internals);
  }

  /** The chosen code in `value-format`; with several, the first. Setting takes any of the forms. */
  get value() {
    return this.choices.value(this.valueFormat);
  }

  set value(value) {
    this.choices.clear();
    this.choices.given = String(value ?? '');
    this.choicesReplaced();
  }

  /** Every chosen code as FHIR Coding. */
  get codings() {
    return [...this.choices.codings];
  }

  get isDisabled() {
    return this.disabled || this.#isFormDisabled;
  }

  get form() {
    return this.#internals.form;
  }

  get labels() {
    return this.#internals.labels;
  }

  get validity() {
    return this.#internals.validity;
  }

  get validationMessage() {
    return this.#internals.validationMessage;
  }

  get willValidate() {
    return this.#internals.willValidate;
  }

  checkValidity() {
    return this.#internals.checkValidity();
  }

  reportValidity() {
    return this.#internals.reportValidity();
  }

  formResetCallback() {
    this.value = this.getAttribute('value') ?? '';
  }

  /** @param {boolean} isDisabled */
  formDisabledCallback(isDisabled) {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  /**
   * Takes back what a browser kept of this control, or what its autofill offers, which is no state of ours but a value.
   *
   * @param {unknown} state
   */
  formStateRestoreCallback(state) {
    const codings = readState(state);
    if (!codings) {
      this.value = typeof state === 'string' ? state.slice(0, MAX_VALUE) : '';
      return;
    }
    this.choices.clear();
    this.choices.codings = this.multiple ? codings : codings.slice(0, 1);
    this.choicesReplaced();
  }

  /** Is called after the choices were replaced from outside: by script, reset or restored state. */
  choicesReplaced() {}
}
