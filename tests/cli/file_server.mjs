// Serves one folder on loopback for the tests of `medcode fetch`: node file_server.mjs FOLDER
// Prints its port, and then one line a request: the path, and the range asked for. /login/... answers with a web
// page, as publishers do that want a login first; /plain/... knows no ranges.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join, basename } from 'node:path';

const folder = process.argv[2];

const server = createServer((request, response) => {
  console.log(`${request.url} ${request.headers.range ?? '-'}`);
  if (request.url.startsWith('/login/')) {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('\n<!DOCTYPE html><title>Sign in</title>');
    return;
  }
  let bytes;
  try {
    bytes = readFileSync(join(folder, basename(request.url)));
  } catch {
    response.writeHead(404);
    response.end();
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (request.url.startsWith('/plain/') || !request.headers.range) {
    response.writeHead(200, { 'content-length': bytes.length });
    response.end(bytes);
  } else if (from >= bytes.length) {
    response.writeHead(416);
    response.end();
  } else {
    response.writeHead(206, {
      'content-length': bytes.length - from,
      'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    });
    response.end(bytes.subarray(from));
  }
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
