// The recipe for Vue 3: a render function. In a template it is <medical-code-search @medcode-select="...">, with
// `compilerOptions.isCustomElement: (tag) => tag === 'medical-code-search'` in the build.
import { createApp, h, ref } from 'vue';
import './files.js';

const Diagnosis = {
  setup() {
    const coding = ref(null);
    return () =>
      h('form', [
        h('label', { for: 'diagnosis' }, 'Diagnosis'),
        h('medical-code-search', {
          id: 'diagnosis',
          name: 'diagnosis',
          systems: 'icd10cm',
          required: true,
          onMedcodeSelect: ({ detail }) => (coding.value = detail),
        }),
        h('p', [
          'Chosen: ',
          h(
            'output',
            { id: 'chosen' },
            coding.value ? `${coding.value.code} ${coding.value.display}` : '',
          ),
        ]),
      ]);
  },
};

createApp(Diagnosis).mount('#app');
