// Child of `npm run size`: imports one bundle in a fresh process and prints the milliseconds of processor it took: on a busy machine the clock would
// count the others too. What Lambda's runtime has already loaded does not count.
await Promise.all(["node:http", "node:https", "node:crypto", "node:stream", "node:zlib"].map((nome) => import(nome)));
const prima = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(prima);
process.stdout.write(String((user + system) / 1000));
process.exit(0);
