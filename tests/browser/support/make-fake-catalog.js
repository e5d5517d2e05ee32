// Which concepts does the fake engine hold? Some facts of public-domain systems, the project's own
// names for CPT numbers, and the articles of data/starter.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const id = 'fake-2026';

const systems = [
  [
    'icd10cm',
    'ICD-10-CM',
    'http://hl7.org/fhir/sid/icd-10-cm',
    '2026',
    'CDC/NCHS',
    'Public domain in the United States.',
  ],
  [
    'icd10pcs',
    'ICD-10-PCS',
    'http://www.cms.gov/Medicare/Coding/ICD10',
    '2026',
    'CMS',
    'Public domain in the United States.',
  ],
  [
    'cpt4',
    'CPT',
    'http://www.ama-assn.org/go/cpt',
    '',
    'medical-code-search',
    'CPT is a registered trademark of the American Medical Association. The plain-language names shown are this project’s own, not CPT descriptors.',
  ],
  [
    'hcpcs',
    'HCPCS Level II',
    'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
    '2026-10',
    'CMS',
    'Public domain in the United States.',
  ],
  [
    'loinc',
    'LOINC',
    'http://loinc.org',
    '2.81',
    'Regenstrief Institute',
    'LOINC is copyright Regenstrief Institute, Inc.',
  ],
  [
    'cvx',
    'CVX',
    'http://hl7.org/fhir/sid/cvx',
    '2026',
    'CDC',
    'Public domain in the United States.',
  ],
].map(([sid, title, uri, version, publisher, notice]) => ({
  id: sid,
  title,
  uri,
  version,
  publisher,
  notice,
  concepts: 0,
  active: 0,
}));

const synonym = (text) => ({ use: 'synonym', text });

const concepts = [
  ['icd10cm', 'E08-E13', 'Diabetes mellitus', '', false],
  ['icd10cm', 'E11', 'Type 2 diabetes mellitus', 'E08-E13', false],
  ['icd10cm', 'E11.2', 'Type 2 diabetes mellitus with kidney complications', 'E11', false],
  [
    'icd10cm',
    'E11.21',
    'Type 2 diabetes mellitus with diabetic nephropathy',
    'E11.2',
    true,
    [
      synonym('Type 2 diabetes mellitus with intercapillary glomerulosclerosis'),
      synonym('Type 2 diabetes mellitus with Kimmelstiel-Wilson disease'),
    ],
  ],
  [
    'icd10cm',
    'E11.22',
    'Type 2 diabetes mellitus with diabetic chronic kidney disease',
    'E11.2',
    true,
  ],
  [
    'icd10cm',
    'E11.29',
    'Type 2 diabetes mellitus with other diabetic kidney complication',
    'E11.2',
    true,
  ],
  ['icd10cm', 'E11.4', 'Type 2 diabetes mellitus with neurological complications', 'E11', false],
  [
    'icd10cm',
    'E11.40',
    'Type 2 diabetes mellitus with diabetic neuropathy, unspecified',
    'E11.4',
    true,
  ],
  ['icd10cm', 'E11.42', 'Type 2 diabetes mellitus with diabetic polyneuropathy', 'E11.4', true],
  [
    'icd10cm',
    'E11.9',
    'Type 2 diabetes mellitus without complications',
    'E11',
    true,
    [{ use: 'abbreviation', text: 'T2DM' }],
  ],
  ['icd10cm', 'E10.9', 'Type 1 diabetes mellitus without complications', 'E08-E13', true],
  [
    'icd10cm',
    'K35.80',
    'Unspecified acute appendicitis',
    '',
    true,
    [synonym('Acute appendicitis NOS')],
  ],
  [
    'icd10cm',
    'K35.20',
    'Acute appendicitis with generalized peritonitis, without abscess',
    '',
    true,
  ],
  [
    'icd10cm',
    'K83.1',
    'Obstruction of bile duct',
    '',
    true,
    [
      synonym('Occlusion of bile duct'),
      synonym('Stenosis of bile duct'),
      synonym('Biliary stricture'),
    ],
  ],
  [
    'icd10cm',
    'K80.50',
    'Calculus of bile duct without cholangitis or cholecystitis without obstruction',
    '',
    true,
    [synonym('Biliary stone')],
  ],
  [
    'icd10cm',
    'S82.202B',
    'Unspecified fracture of shaft of left tibia, initial encounter for open fracture type I or II',
    '',
    true,
  ],
  [
    'icd10cm',
    'S82.201B',
    'Unspecified fracture of shaft of right tibia, initial encounter for open fracture type I or II',
    '',
    true,
  ],
  [
    'icd10cm',
    'I10',
    'Essential (primary) hypertension',
    '',
    true,
    [{ use: 'lay', text: 'High blood pressure' }],
  ],
  [
    'icd10pcs',
    '0F9930Z',
    'Drainage of Common Bile Duct with Drainage Device, Percutaneous Approach',
    '',
    true,
  ],
  [
    'icd10pcs',
    '0F9940Z',
    'Drainage of Common Bile Duct with Drainage Device, Percutaneous Endoscopic Approach',
    '',
    true,
  ],
  [
    'icd10pcs',
    '0F793DZ',
    'Dilation of Common Bile Duct with Intraluminal Device, Percutaneous Approach',
    '',
    true,
    [synonym('Percutaneous biliary stent placement')],
  ],
  [
    'icd10pcs',
    '0DTJ4ZZ',
    'Resection of Appendix, Percutaneous Endoscopic Approach',
    '',
    true,
    [synonym('Laparoscopic appendectomy')],
  ],
  [
    'cpt4',
    '47541',
    'Percutaneous biliary access into the small bowel for a rendezvous with the endoscopist (new access)',
    '',
    true,
    [
      synonym('Percutaneous-endoscopic biliary rendezvous access'),
      synonym('Transhepatic rendezvous access'),
    ],
  ],
  [
    'cpt4',
    '47562',
    'Keyhole removal of the gallbladder',
    '',
    true,
    [synonym('Laparoscopic cholecystectomy')],
  ],
  ['cpt4', '70450', 'CT of the head without contrast', '', true],
  ['cpt4', '45378', 'Diagnostic colonoscopy', '', true],
  ['cpt4', '27447', 'Total knee replacement', '', true],
  [
    'hcpcs',
    'C1876',
    'Stent, non-coated/non-covered, with delivery system',
    '',
    true,
    [synonym('Biliary stent with delivery system')],
  ],
  ['hcpcs', 'E0601', 'Continuous positive airway pressure (CPAP) device', '', true],
  ['hcpcs', 'K0001', 'Standard wheelchair', '', true],
  [
    'loinc',
    '4548-4',
    'Hemoglobin A1c/Hemoglobin.total in Blood',
    '',
    null,
    [
      { use: 'abbreviation', text: 'HbA1c' },
      { use: 'lay', text: 'Three-month blood sugar test for diabetes' },
    ],
  ],
  [
    'cvx',
    '115',
    'tetanus toxoid, reduced diphtheria toxoid, and acellular pertussis vaccine, adsorbed',
    '',
    null,
    [{ use: 'abbreviation', text: 'Tdap' }],
  ],
  ['cvx', '16', 'influenza virus vaccine, whole virus', '', null, [], 'inactive'],
].map(([system, code, display, parent, billable, designations = [], status = 'active']) => ({
  system,
  code,
  display,
  parent,
  billable,
  designations,
  status,
  pack: `${system}-0000.json.gz`,
}));

const details = {
  'icd10cm/E11': {
    notes: [{ kind: 'excludes1', text: 'Type 1 diabetes mellitus without complications (E10.9)' }],
  },
  'icd10cm/E11.9': {
    relations: [
      { kind: 'replaced-by', system: 'icd10cm', code: 'E11.22', flags: ['since 2024'] },
      ['250.00', 'scenario 1', 'choice list 1'],
      ['250.02', 'scenario 1', 'choice list 1'],
      ['401.9', 'scenario 1', 'choice list 2'],
    ].map((given) =>
      Array.isArray(given)
        ? {
            kind: 'maps-to',
            system: 'icd9cm',
            code: given[0],
            flags: ['approximate', 'combination', ...given.slice(1)],
          }
        : given,
    ),
  },
  'icd10cm/I10': {
    relations: [{ kind: 'maps-to', system: 'icd9cm', code: '', flags: ['no-map'] }],
  },
  'icd10cm/E11.21': {
    notes: [
      {
        kind: 'includes',
        text: 'Diabetes (mellitus) due to insulin secretory defect\nDiabetes NOS\nInsulin resistant diabetes (mellitus)',
      },
      {
        kind: 'excludes1',
        text: 'Diabetes mellitus due to underlying condition (E08.-)\nDrug or chemical induced diabetes mellitus (E09.-)\nGestational diabetes (O24.4-)\nType 1 diabetes mellitus (E10.-)',
      },
      {
        kind: 'use-additional-code',
        text: 'Code to identify control using: insulin (Z79.4), oral antidiabetic drugs (Z79.84)',
      },
    ],
    properties: [
      { name: 'chapter', value: 'Endocrine, nutritional and metabolic diseases (E00-E89)' },
      { name: 'order', value: '09876' },
    ],
    relations: [
      {
        kind: 'maps-to',
        system: 'icd9cm',
        code: '250.40',
        display: 'Diabetes with renal manifestations, type II or unspecified type',
        flags: ['approximate'],
      },
    ],
  },
  'icd10pcs/0F9930Z': {
    axes: [
      ['Section', '0', 'Medical and Surgical'],
      ['Body System', 'F', 'Hepatobiliary System and Pancreas'],
      ['Operation', '9', 'Drainage', 'Taking or letting out fluids and/or gases from a body part'],
      ['Body Part', '9', 'Common Bile Duct'],
      [
        'Approach',
        '3',
        'Percutaneous',
        'Entry, by puncture or minor incision, of instrumentation through the skin to reach the site',
      ],
      ['Device', '0', 'Drainage Device'],
      ['Qualifier', 'Z', 'No Qualifier'],
    ].map(([title, value, label, definition = '']) => ({ title, value, label, definition })),
  },
};

/** Writes the fake catalog and its packs as build/ would hold them. */
export async function makeFakeCatalog(folder) {
  const articles = new URL('../../../data/starter/articles/', import.meta.url);
  for (const file of await readdir(articles)) {
    const { system, code, ...article } = JSON.parse(
      await readFile(new URL(file, articles), 'utf8'),
    );
    const key = `${system}/${code}`;
    details[key] = { ...details[key], article };
  }
  for (const system of systems) {
    const own = concepts.filter((concept) => concept.system === system.id);
    system.concepts = own.length;
    system.active = own.filter(({ status }) => status === 'active').length;
  }
  await mkdir(`${folder}/details`, { recursive: true });
  const write = (name, data) => writeFile(`${folder}/${name}`, gzipSync(JSON.stringify(data)));
  await write('medical-codes.medcat.gz', { id, systems, concepts });
  for (const system of systems) {
    const own = Object.entries(details).filter(([key]) => key.startsWith(`${system.id}/`));
    const named = own.map(([key, value]) => [key.slice(key.indexOf('/') + 1), value]);
    await write(`details/${system.id}-0000.json.gz`, {
      catalog: id,
      concepts: Object.fromEntries(named),
    });
  }
}
