// Child of `npm run size`: imports one bundle in a fresh process and prints the milliseconds of processor, which a busy machine does not change.
// What Lambda's runtime has already loaded does not count.
await Promise.all(["node:http", "node:https", "node:crypto", "node:stream", "node:zlib"].map((nome) => import(nome)));
const inizio = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(inizio);
process.stdout.write(String((user + system) / 1000));
process.exit(0);
