// Takes the place of the dependencies of `soap` that our own HTTP client never calls (see bundle.ts).
module.exports = {};
