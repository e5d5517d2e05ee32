// The recipe for Angular: CUSTOM_ELEMENTS_SCHEMA lets the template hold the element. Here the template is compiled in the
// browser, which a strict policy forbids; `ng build` compiles it ahead, and then it does not.
import '@angular/compiler';
import {
  ChangeDetectorRef,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  provideZonelessChangeDetection,
} from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import './files.js';

const Diagnosis = Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<form>
    <label for="diagnosis">Diagnosis</label>
    <medical-code-search
      id="diagnosis"
      name="diagnosis"
      systems="icd10cm"
      required
      (medcode-select)="choose($event.detail)"
    ></medical-code-search>
    <p>Chosen: <output id="chosen">{{ chosen }}</output></p>
  </form>`,
})(
  class {
    chosen = '';
    #changes = inject(ChangeDetectorRef);

    choose({ code, display }) {
      this.chosen = `${code} ${display}`;
      this.#changes.markForCheck();
    }
  },
);

await bootstrapApplication(Diagnosis, { providers: [provideZonelessChangeDetection()] });
