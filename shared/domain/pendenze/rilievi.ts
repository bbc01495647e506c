/**
 * What is worth telling to whoever loads a debt, without refusing it: texts that the citizen will not read as they were written, dates that contradict
 * each other. Nothing here depends on the day of the load: a debt sent again as it is gets the same remarks.
 */

import { giornoItaliano } from "../valori/date.ts";
import { formatImporto } from "../valori/importo.ts";
import { isSoloRiferimento, isTraslitterato, transliterate } from "../valori/testo-pagopa.ts";
import type { NuovaPendenza } from "./nuova-pendenza.ts";
import type { Segnalazione } from "./pendenza.ts";

export type CodiceRilievo =
  | "TESTO_CARATTERI"
  | "TESTO_LUNGHEZZA"
  | "CAUSALE_RIFERIMENTO"
  | "DATE_INCOERENTI"
  | "TASSONOMIA_IGNOTA"
  | "TASSONOMIA_NON_VALIDA";

export interface Rilievo {
  readonly codice: CodiceRilievo;
  readonly descrizione: string;
  readonly dettaglio: string;
}

const CODICI: ReadonlySet<string> = new Set<CodiceRilievo>([
  "TESTO_CARATTERI",
  "TESTO_LUNGHEZZA",
  "CAUSALE_RIFERIMENTO",
  "DATE_INCOERENTI",
  "TASSONOMIA_IGNOTA",
  "TASSONOMIA_NON_VALIDA",
]);

/** Characters of a text towards pagoPA and of the remittance information of a transfer (SACI, AT-05). */
const TESTO_MASSIMO = 140;

const checkCaratteri = (campo: string, testo: string): Rilievo[] =>
  isTraslitterato(testo)
    ? []
    : [
        {
          codice: "TESTO_CARATTERI",
          descrizione: "Il testo ha caratteri che non tutte le banche riportano",
          dettaglio: `${campo}: si propone "${transliterate(testo)}"`,
        },
      ];

const checkLunghezza = (campo: string, testo: string, spazio: number): Rilievo[] => {
  const { length } = transliterate(testo);
  if (length <= spazio) return [];
  return [
    {
      codice: "TESTO_LUNGHEZZA",
      descrizione: "Il testo non arriva intero al cittadino e alla banca",
      dettaglio: `${campo}: ${length} caratteri una volta traslitterato, ne passano ${spazio}`,
    },
  ];
};

/** The remittance information carries reference and amount before the text of the creditor. */
const spazioCausaleVersamento = (iuv: string, importo: bigint): number =>
  TESTO_MASSIMO - `/RFB/${iuv}/${formatImporto(importo)}/TXT/`.length;

const checkTesti = ({ causale, voci }: NuovaPendenza, iuv: string): Rilievo[] => [
  ...checkCaratteri("causale", causale),
  ...checkLunghezza("causale", causale, TESTO_MASSIMO),
  ...(isSoloRiferimento(causale)
    ? [
        {
          codice: "CAUSALE_RIFERIMENTO" as const,
          descrizione: "La causale è solo un riferimento: chi paga non capisce che cosa sta pagando",
          dettaglio: `causale: "${causale}" non dice l'oggetto del pagamento`,
        },
      ]
    : []),
  ...voci.flatMap(({ descrizione, descrizioneCausaleRPT, importo }, i) => [
    ...checkCaratteri(`voci.${i}.descrizione`, descrizione),
    ...(descrizioneCausaleRPT === undefined
      ? []
      : [
          ...checkCaratteri(`voci.${i}.descrizioneCausaleRPT`, descrizioneCausaleRPT),
          ...checkLunghezza(`voci.${i}.descrizioneCausaleRPT`, descrizioneCausaleRPT, spazioCausaleVersamento(iuv, importo)),
        ]),
  ]),
];

const ENTRO_SCADENZA = ["dataValidita", "dataNotificaAvviso", "dataPromemoriaScadenza"] as const;

/** All of them are days: until dataScadenza the debt is payable, after it nothing else makes sense (reference 3.3). */
const checkDate = (nuova: NuovaPendenza): Rilievo[] => {
  const { dataScadenza, proprieta } = nuova;
  if (dataScadenza === undefined) return [];
  const stampata = proprieta?.["dataScandenzaAvviso"];
  const date: readonly (readonly [string, unknown])[] = [
    ...ENTRO_SCADENZA.map((campo) => [campo, nuova[campo]] as const),
    ["proprieta.dataScandenzaAvviso", stampata],
  ];
  return date.flatMap(([campo, giorno]): Rilievo[] =>
    typeof giorno === "string" && giorno > dataScadenza
      ? [
          {
            codice: "DATE_INCOERENTI",
            descrizione: "Una data cade dopo la scadenza della pendenza",
            dettaglio: `${campo}: ${giornoItaliano(giorno)} segue dataScadenza, ${giornoItaliano(dataScadenza)}`,
          },
        ]
      : [],
  );
};

/** Remarks on texts and dates of a debt about to be stored under an IUV. */
export const findRilievi = (nuova: NuovaPendenza, iuv: string): readonly Rilievo[] => [...checkTesti(nuova, iuv), ...checkDate(nuova)];

/**
 * The remarks that a debt carries after a load: those on other matters stay, those that were already there keep their date, so that a load that changes
 * nothing changes nothing. @param adesso instant.
 */
export const mergeSegnalazioni = (
  presenti: readonly Segnalazione[],
  rilievi: readonly Rilievo[],
  adesso: string,
): readonly Segnalazione[] => [
  ...presenti.filter(({ codice }) => !CODICI.has(codice)),
  ...rilievi.map(
    (rilievo) => presenti.find((s) => s.codice === rilievo.codice && s.dettaglio === rilievo.dettaglio) ?? { data: adesso, ...rilievo },
  ),
];
