/** The secrets of applications. */
import { chiaviApi } from "../../adapters/sistema/chiavi-api.ts";
import { scritturaDiritti } from "./diritti.ts";

export const segretiApplicazioni = { ...scritturaDiritti, chiaviApi };
