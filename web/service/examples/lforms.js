// A FHIR questionnaire in LHC-Forms, its lists from this page's own worker.

import { ready } from './ready.js';

const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
const fhir = new URL('../fhir', location.href).href;

const preferred = {
  url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-preferredTerminologyServer',
  valueUrl: fhir,
};
const autocomplete = {
  url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
  valueCodeableConcept: {
    coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'autocomplete' }],
  },
};

const questionnaire = {
  resourceType: 'Questionnaire',
  status: 'draft',
  title: 'Admission',
  extension: [preferred],
  item: [
    {
      linkId: 'diagnosis',
      text: 'Main diagnosis',
      type: 'choice',
      answerValueSet: `${ICD}?fhir_vs`,
      extension: [autocomplete],
    },
    {
      linkId: 'diabetes',
      text: 'Kind of diabetes',
      type: 'choice',
      answerValueSet: `${ICD}?fhir_vs=isa/E11.2`,
    },
  ],
};

const terminology = await ready;
await customElements.whenDefined('wc-lhc-form');
await window.LForms.Util.addFormToPage(questionnaire, 'form', { fhirVersion: 'R4' });
await terminology.savePage(); // LHC-Forms loads parts of itself only now
document.body.dataset.kept = '';

document.querySelector('#take').addEventListener('click', () => {
  const response = window.LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4');
  document.querySelector('#answers').textContent = JSON.stringify(response.item ?? [], null, 2);
});
