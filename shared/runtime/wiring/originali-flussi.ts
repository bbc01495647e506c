/** Settlement flows as documents, for who downloads them. */
import { getOriginaleFlusso } from "../../usecases/rendicontazioni/get-originale-flusso.ts";
import { porteContabili } from "./letture-contabili.ts";
import { oggetti } from "./oggetti.ts";

export const getOriginale = getOriginaleFlusso({ ...porteContabili, oggetti });
