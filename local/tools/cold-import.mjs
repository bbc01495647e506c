// Child of `npm run size`: imports one bundle in a fresh process and prints the milliseconds. What Lambda's runtime has already loaded does not count.
await Promise.all(["node:http", "node:https", "node:crypto", "node:stream", "node:zlib"].map((nome) => import(nome)));
const inizio = performance.now();
await import(process.argv[2]);
process.stdout.write(String(performance.now() - inizio));
process.exit(0);
