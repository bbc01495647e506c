/** Files of the loadings, for who downloads them. */
import { createGetFileCaricamento } from "../../usecases/tesoreria/find-tesoreria.ts";
import { oggetti } from "./oggetti.ts";
import { tesoreria } from "./tesoreria.ts";

export const getFile = createGetFileCaricamento({ tesoreria, oggetti });
