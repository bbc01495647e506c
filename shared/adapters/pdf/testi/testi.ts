/**
 * The fixed texts of the notice, by language. They are those of the guidelines (AVV 3.5.1, traduzioni, stringhe dei testi fissi), which ask not
 * to alter them; where the guidelines have no translation (bollettino, thresholds of other procedures) the text is ours. A language is data:
 * one file each, same keys.
 */
import type { LinguaSecondaria } from "../../../ports/stampa-avviso.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Testi } from "./forma.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { sl } from "./sl.ts";

export type { Testi };

export const ITALIANO: Testi = it;

export const TESTI_SECONDARI: Readonly<Record<LinguaSecondaria, Testi>> = { de, en, fr, sl };

export const conNumero = (testo: string, n: number): string => testo.replace("{n}", String(n));
