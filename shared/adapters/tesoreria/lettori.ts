/** Which reader for which file: by its first bytes, or by what who loads it says it is. Tables of banks are read through the profiles of the creditor. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { FormatoCaricamento } from "../../domain/tesoreria/caricamento.ts";
import { candidatiLettura } from "../../domain/tesoreria/profili/candidati.ts";
import type { ProfiloLettura } from "../../domain/tesoreria/profili/profilo.ts";
import type { FileDaLeggere, FlussoRiconosciuto, LettoreScelto, LettoriTesoreria } from "../../ports/lettori-tesoreria.ts";
import { leggiCamt } from "./camt/lettore-camt.ts";
import { leggiOpi } from "./opi/lettore-opi.ts";
import { leggiRh } from "./rh/lettore-rh.ts";
import { recognizeFormato, whyNotRecognized } from "./riconosci.ts";
import { createLettoreBanca } from "./tabella/lettore-banca.ts";

export type FindProfili = (idDominio: string) => Promise<readonly ProfiloLettura[]>;

const PROPRI: readonly LettoreScelto[] = [
  { formato: "OPI", lettore: leggiOpi },
  { formato: "CAMT053", lettore: leggiCamt },
  { formato: "CAMT054", lettore: leggiCamt },
  { formato: "CBI_RH", lettore: leggiRh },
];
const TABELLE = ["XLS", "XLSX", "CSV"] as const;
const DI_BANCA = ["POSTE", "BANCA"] as const;

const isTabella = (letto: ReturnType<typeof recognizeFormato>): boolean =>
  TABELLE.some((altro) => altro === letto) || DI_BANCA.some((altro) => altro === letto);
const isDiBanca = (formato: FormatoCaricamento | undefined): boolean => DI_BANCA.some((altro) => altro === formato);

export const createLettori = (findProfili: FindProfili): LettoriTesoreria => ({
  choose: async ({ idDominio, formato, profilo, inizio }: FileDaLeggere): Promise<Esito<LettoreScelto | FlussoRiconosciuto>> => {
    if (inizio.length === 0) return ko("il file è vuoto");
    const letto = recognizeFormato(inizio);
    const daProfilo = profilo !== undefined || isDiBanca(formato);
    if (!daProfilo && formato !== undefined && letto !== undefined && letto !== formato)
      return ko(`formato: il file è ${letto}, non ${formato}`);
    if (formato === "FDR" && profilo !== undefined) return ko("profilo: un flusso di rendicontazione non si legge con un profilo");
    if (formato === "FDR" || (!daProfilo && formato === undefined && letto === "FDR")) return ok({ formato: "FDR" });
    const proprio = daProfilo ? undefined : PROPRI.find((uno) => uno.formato === (formato ?? letto));
    if (proprio) return ok(proprio);
    // What nobody recognises may be a table all the same, for who says so: its reader tells what it lacks.
    if (!isTabella(letto) && !(daProfilo && letto === undefined))
      return ko(
        daProfilo
          ? `il file è ${letto ?? "di un formato sconosciuto"}: i profili di lettura servono per CSV, XLS e XLSX`
          : whyNotRecognized(inizio),
      );
    const candidati = candidatiLettura({ salvati: await findProfili(idDominio), nome: profilo, formato });
    if (!candidati.ok) return candidati;
    return ok({ formato: formato ?? "BANCA", lettore: createLettoreBanca(candidati.valore) });
  },
});
