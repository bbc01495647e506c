// Takes the place of what dependencies load and our functions never call (see bundle.ts).
module.exports = {};
