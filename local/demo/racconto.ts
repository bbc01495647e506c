/** What a story is: what it needs and nothing else, so that the list of stories and each of them do not depend on one another. */
import type { Macchina } from "./macchina.ts";

/** Tells the story on a machine that is already up: `corsa` prefixes every id, so that it can be told again on the same machine. */
export type Racconto = (macchina: Macchina, corsa: string) => Promise<void>;
