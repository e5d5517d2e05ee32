// Where do the package's files lie? In `codes/`, a copy of node_modules/medical-code-search/dist.
import { useFiles } from 'medical-code-search';

useFiles(new URL('codes/', document.baseURI));
