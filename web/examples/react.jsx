// The recipe for React 19: attributes as properties, custom events as `on` and their name.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import './files.js';

function Diagnosis() {
  const [coding, setCoding] = useState(null);
  return (
    <form>
      <label htmlFor="diagnosis">Diagnosis</label>
      <medical-code-search
        id="diagnosis"
        name="diagnosis"
        systems="icd10cm"
        required
        onmedcode-select={(event) => setCoding(event.detail)}
      />
      <p>
        Chosen: <output id="chosen">{coding && `${coding.code} ${coding.display}`}</output>
      </p>
    </form>
  );
}

createRoot(document.getElementById('app')).render(<Diagnosis />);
