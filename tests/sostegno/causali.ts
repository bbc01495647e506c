/** What banks do to a remittance text, as functions: the other side of the table of the alterations. */
import { FORME, type Forma } from "../../shared/domain/tesoreria/causali/forme.ts";

export interface Guasto {
  readonly id: string;
  /** @param seme any number: where the damage falls. */
  readonly altera: (testo: string, seme: number, chiave: string) => string;
  readonly siApplica?: (forma: Forma) => boolean;
}

const soloFlussi = ({ codice }: Forma): boolean => codice === "flusso";
const conParole = ({ id }: Forma): boolean => id !== "FLUSSO_NUDO";

/** Position inside the key where it stands in the text; the text may have lost it. */
const dentro = (testo: string, chiave: string, seme: number): number | undefined => {
  const inizio = testo.toUpperCase().indexOf(chiave.toUpperCase());
  return inizio === -1 ? undefined : inizio + 1 + (seme % (chiave.length - 1));
};
const inserisci = (testo: string, posizione: number | undefined, cosa: string): string =>
  posizione === undefined ? testo : testo.slice(0, posizione) + cosa + testo.slice(posizione);

export const GUASTI: readonly Guasto[] = [
  { id: "SEPARATORI_PUNTO", altera: (t) => t.replaceAll("/", ".") },
  { id: "SEPARATORI_DUE_PUNTI", altera: (t) => t.replaceAll("/", ":") },
  { id: "SEPARATORI_SPAZIO", altera: (t) => t.replaceAll("/", " ") },
  { id: "SEPARATORI_PERSI", altera: (t) => t.replaceAll("/", ""), siApplica: ({ certa }) => certa },
  { id: "SEPARATORI_DOPPI", altera: (t) => t.replaceAll("/", "//") },
  { id: "CODIFICA_WEB", altera: (t) => t.replaceAll("/", "&#47;") },
  { id: "TRATTI_TIPOGRAFICI", altera: (t) => t.replaceAll("-", "–") },
  { id: "MAIUSCOLE", altera: (t) => t.toUpperCase() },
  { id: "MINUSCOLE", altera: (t) => t.toLowerCase() },
  { id: "SPAZIO_NELLE_PAROLE", altera: (t) => t.replace(/LGPE-/i, "LG PE - ").replace(/RIVERSAMENTO/i, "RIVERSA MENTO") },
  { id: "SPAZIO_NELLA_CHIAVE", altera: (t, seme, chiave) => inserisci(t, dentro(t, chiave, seme), " ") },
  { id: "A_CAPO_NELLA_CHIAVE", altera: (t, seme, chiave) => inserisci(t, dentro(t, chiave, seme), "\r\n   ") },
  { id: "SPAZI_INVISIBILI", altera: (t, seme, chiave) => inserisci(t, dentro(t, chiave, seme), "​") },
  {
    id: "DATA_SENZA_TRATTINI",
    altera: (t) => t.replace(/(20\d\d)-(\d\d)-(\d\d)/g, "$1$2$3"),
    siApplica: (f) => soloFlussi(f) && conParole(f),
  },
  { id: "ACCREDITI_VARI", altera: (t) => `ACCREDITI VARI ${t}` },
  { id: "ISTANTANEO", altera: (t) => `BONIFICO ISTANTANEO DA PSP SPA PER ${t}` },
  { id: "BANCA_ITALIA", altera: (t) => `GIROFONDI BANCA D'ITALIA TU 123 ${t}` },
  { id: "GIROCONTO", altera: (t) => `79-GIROCONTO TRA BANCHE ${t}` },
  { id: "RI1", altera: (t) => `RI1${t.startsWith("/") ? "" : "/"}${t}` },
  { id: "ETICHETTE_CBI", altera: (t) => `:ERI:EUR 000000000012345 :MA2:EU R :RI3:${t} :SEC:CASH :TR1:PSP CBILL` },
  { id: "ETICHETTE_SPAZIATE", altera: (t) => `: S C 2 :COR1 : R I 3 :${t} : I O R :123` },
  { id: "URI_NON_FORNITO", altera: (t) => `URI NOT PROVIDED ${t}` },
  { id: "TESTO_ATTACCATO", altera: (t) => `000000,00000000101,01EUR/ZZ2PSP SPA${t.startsWith("/") ? "" : " "}${t}` },
  { id: "CODA_BANCA", altera: (t) => `${t} ORD PSP SPA` },
  { id: "CODA_IMPORTO", altera: (t) => `${t} 1234,50 EUR` },
  { id: "CODA_DATA", altera: (t) => `${t} 17/03/2026` },
  { id: "COPIA_TRONCATA", altera: (t) => `${t} .PUR.LGPE-RIVERSAMENTO.URI.2026-03- TRXID: 12` },
  {
    id: "CHIAVE_TRONCATA",
    altera: (t, seme, chiave) => {
      const fine = dentro(t, chiave, 10 + (seme % (chiave.length - 12)));
      return fine === undefined ? t : t.slice(0, fine);
    },
    siApplica: (f) => soloFlussi(f) && f.certa,
  },
  { id: "SECONDA_CHIAVE", altera: (t) => `${t} /PUR/LGPE-RIVERSAMENTO/URI/2026-03-16UNCRITMM-77` },
  {
    id: "CARATTERI_SIMILI",
    altera: (t) => t.replace("2026-", "2O26-").replace("RIVERSAMENTO", "RIVERSAMENT0"),
    siApplica: (f) => soloFlussi(f) && f.certa,
  },
];

export const guastiDi = (forma: Forma): readonly Guasto[] => GUASTI.filter(({ siApplica }) => siApplica?.(forma) ?? true);
export { FORME };
