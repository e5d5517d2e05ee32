// How many requests does the Node server answer? Prints a table: node tests/service/bench-load.mjs [SECONDS]
//
// The program is started as a user would start it; autocannon asks it over loopback, a few kinds of requests one after
// the other. Figures of one machine, for comparison on it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

const seconds = Math.min(Math.max(Number(process.argv[2] ?? 5) || 5, 1), 60);
const CONNECTIONS = 10;

const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
const KINDS = {
  'table search, 7 results': '/api/icd10cm/v3/search?terms=type%202%20diab&sf=code,name',
  $lookup: `/fhir/CodeSystem/$lookup?system=${ICD}&code=E11.9`,
  '$validate-code in isa/E11': `/fhir/ValueSet/$validate-code?url=${ICD}?fhir_vs=isa/E11&system=${ICD}&code=E11.9`,
  '$expand with filter, 20': `/fhir/ValueSet/$expand?url=${ICD}?fhir_vs&filter=fracture%20fem&count=20`,
  '$expand isa/E11': `/fhir/ValueSet/$expand?url=${ICD}?fhir_vs=isa/E11`,
};

const program = fileURLToPath(
  new URL('../../web/service/hosts/medcode-service.js', import.meta.url),
);
const child = spawn(process.execPath, [program, '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = await once(child.stdout, 'data');
  const { origin } = new URL(/http:\S+/.exec(String(line))[0]);
  console.log(`${CONNECTIONS} connections, ${seconds} s each, Node ${process.version}`);
  console.log(
    `${'request'.padEnd(28)}${'a second'.padStart(10)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}${'failed'.padStart(8)}`,
  );
  for (const [name, path] of Object.entries(KINDS)) {
    const result = await autocannon({
      url: origin + path,
      connections: CONNECTIONS,
      duration: seconds,
    });
    const { requests, latency, non2xx, errors } = result;
    console.log(
      `${name.padEnd(28)}${String(Math.round(requests.average)).padStart(10)}${String(latency.p50).padStart(9)}${String(latency.p99).padStart(9)}${String(non2xx + errors).padStart(8)}`,
    );
  }
} finally {
  child.kill();
}
