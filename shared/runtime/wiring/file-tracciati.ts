/** Files and rows of bulk batches, for who reads them. */
import { createFindOperazioni, createGetFile } from "../../usecases/tracciati/find-tracciati.ts";
import { porteTracciati } from "./letture-tracciati.ts";
import { oggetti } from "./oggetti.ts";

export const getFile = createGetFile({ ...porteTracciati, oggetti });
export const findOperazioni = createFindOperazioni({ ...porteTracciati, oggetti });
