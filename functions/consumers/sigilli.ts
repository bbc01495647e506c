/** Stream of the journal: the digest of every entry, where nobody can rewrite it. */
import { sealStream } from "../../shared/runtime/sigilli.ts";
import { porteSigilli, readLotto } from "../../shared/runtime/wiring/sigilli.ts";
import { sealEventi } from "../../shared/usecases/giornale/seal-eventi.ts";

export const handler = sealStream(readLotto, sealEventi(porteSigilli));
