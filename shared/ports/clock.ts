/** Time comes through a port, so that rules can be tested on any day. Instants are ISO 8601 in UTC with milliseconds. */
export interface Clock {
  now(): string;
}
