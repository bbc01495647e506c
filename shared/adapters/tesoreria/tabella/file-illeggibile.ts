/** Why the file stops being readable, in Italian: the one exception that the readers of tables turn into a refusal. */
export class FileIlleggibile extends Error {}
