/** Several receipts in one document: those listed, or those of a debtor in a year (for the tax return). What the caller may not see does not exist. */
import { vedePendenza, vedeRicevuta } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { StampaRicevuta } from "../../ports/stampa-ricevuta.ts";
import type { LinguaChiesta } from "../pendenze/describe-avvisi.ts";
import { findPendenze } from "../pendenze/find-pendenze.ts";
import type { PorteLettura } from "../pendenze/get-pendenza.ts";
import { describeRicevuta } from "./describe-ricevuta.ts";

/** Receipts of one document; more would not fit in an answer. */
const MASSIMO = 100;
const PAGINA = 100;
/** Debts looked at to find those of a year: a debtor with more is asked for by creditor. */
const PAGINE_LETTE = 20;
const LETTURE_INSIEME = 10;
/** What a function may answer, once encoded. */
const MASSIMO_BYTE = 4_000_000;

export type Scelta =
  | { readonly ricevute: readonly (ChiavePosizione & { readonly idRicevuta: string })[] }
  /** `anno` in Europe/Rome, of the payment. A citizen needs to name no debtor. */
  | { readonly anno: string; readonly idDebitore?: string; readonly idDominio?: string };

interface Coppia {
  readonly ricevuta: Ricevuta;
  readonly pendenza: Pendenza;
}

type Codice = "PARAMETRO_NON_VALIDO" | "NON_TROVATO" | "RISPOSTA_ESTESA";
type Trovate = Esito<readonly Coppia[], Rifiuto<Codice>>;

const chiaveDi = ({ idDominio, iuv }: ChiavePosizione): string => `${idDominio}/${iuv}`;

/** Two batches of reads, however many they are. */
const findElencate = async (
  { posizioni }: Pick<PorteLettura, "posizioni">,
  chiavi: readonly (ChiavePosizione & { readonly idRicevuta: string })[],
  chiamante: Chiamante,
): Promise<Trovate> => {
  const uniche = [...new Map(chiavi.map((chiave) => [`${chiaveDi(chiave)}/${chiave.idRicevuta}`, chiave])).entries()];
  const codici = [...new Map(chiavi.map(({ idDominio, iuv }) => [`${idDominio}/${iuv}`, { idDominio, iuv }])).values()];
  const [ricevute, pendenze] = await Promise.all([
    posizioni.getRicevute(uniche.map(([, chiave]) => chiave)),
    posizioni.getPendenze(codici),
  ]);
  const perCodice = new Map(pendenze.map((pendenza) => [chiaveDi(pendenza), pendenza]));
  const viste = new Map<string, Coppia>();
  for (const ricevuta of ricevute) {
    const pendenza = perCodice.get(chiaveDi(ricevuta));
    if (pendenza && vedeRicevuta(chiamante, pendenza, ricevuta, []))
      viste.set(`${chiaveDi(ricevuta)}/${ricevuta.idRicevuta}`, { ricevuta, pendenza });
  }
  const ignota = uniche.find(([chiave]) => !viste.has(chiave));
  return ignota ? rifiuto("NON_TROVATO", `ricevuta ${ignota[0]} non trovata`) : ok([...viste.values()]);
};

/** Debts that have been paid in that year, at least in part, newest first. */
const findPagate = async (
  porte: PorteLettura,
  { anno, idDebitore, idDominio }: Extract<Scelta, { anno: string }>,
  chiamante: Chiamante,
): Promise<Esito<readonly Pendenza[], Rifiuto<"RISPOSTA_ESTESA">>> => {
  const find = findPendenze(porte);
  const filtri = { ...(idDebitore !== undefined && { idDebitore }), ...(idDominio !== undefined && { idDominio }) };
  const pagate: Pendenza[] = [];
  let cursore: string | undefined;
  for (let letta = 0; letta < PAGINE_LETTE; letta += 1) {
    const { pagina } = await find(
      { ...filtri, mostraSpontaneiNonPagati: false, ordine: "desc" },
      { limite: PAGINA, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) },
      chiamante,
    );
    pagate.push(
      ...pagina.elementi.filter(({ dataPagamento }) => dataPagamento !== undefined && giornoDi(dataPagamento) >= `${anno}-01-01`),
    );
    cursore = pagina.cursore;
    if (cursore === undefined) return ok(pagate);
  }
  return rifiuto("RISPOSTA_ESTESA", `più di ${PAGINA * PAGINE_LETTE} pendenze: indicare idDominio`);
};

const findDellAnno = async (porte: PorteLettura, scelta: Extract<Scelta, { anno: string }>, chiamante: Chiamante): Promise<Trovate> => {
  if (!chiamante.cittadino && scelta.idDebitore === undefined) return rifiuto("PARAMETRO_NON_VALIDO", "idDebitore: obbligatorio con anno");
  const pagate = await findPagate(porte, scelta, chiamante);
  if (!pagate.ok) return pagate;
  const trovate: Coppia[] = [];
  for (let da = 0; da < pagate.valore.length; da += LETTURE_INSIEME) {
    const gruppo = pagate.valore.slice(da, da + LETTURE_INSIEME).filter((pendenza) => vedePendenza(chiamante, pendenza));
    const lette = await Promise.all(gruppo.map((pendenza) => porte.posizioni.getPosizione(pendenza)));
    for (const { pendenza, ricevute } of lette)
      for (const ricevuta of ricevute)
        if (pendenza && ricevuta.esito === "OK" && giornoDi(ricevuta.dataPagamento).startsWith(scelta.anno))
          trovate.push({ ricevuta, pendenza });
    if (trovate.length > MASSIMO)
      return rifiuto("RISPOSTA_ESTESA", `più di ${MASSIMO} ricevute del ${scelta.anno}: indicare idDominio, o elencarle`);
  }
  return trovate.length === 0 ? rifiuto("NON_TROVATO", `nessuna ricevuta del ${scelta.anno}`) : ok(trovate);
};

/** In order of payment. NON_TROVATO when there is none, or when one of those listed is not there for the caller. */
export const printRicevute =
  (porte: PorteLettura & { readonly stampaRicevuta: StampaRicevuta }) =>
  async (scelta: Scelta, lingua: LinguaChiesta, chiamante: Chiamante): Promise<Esito<Uint8Array, Rifiuto<Codice>>> => {
    const trovate =
      "ricevute" in scelta ? await findElencate(porte, scelta.ricevute, chiamante) : await findDellAnno(porte, scelta, chiamante);
    if (!trovate.ok) return trovate;
    const ordinate = trovate.valore.toSorted((a, b) => (a.ricevuta.dataPagamento < b.ricevuta.dataPagamento ? -1 : 1));
    const descritte = await Promise.all(
      ordinate.map(async ({ ricevuta, pendenza }) => {
        const creditore = await porte.anagrafiche.getCreditore(pendenza.idDominio);
        if (!creditore) throw new Error(`creditore ${pendenza.idDominio} di una pendenza esistente non trovato`);
        return describeRicevuta(ricevuta, pendenza, creditore, lingua);
      }),
    );
    const ultima = descritte.reduce((data, { dataRicezione }) => (dataRicezione > data ? dataRicezione : data), "");
    const pdf = await porte.stampaRicevuta.renderUnite(descritte, ultima);
    return pdf.length > MASSIMO_BYTE
      ? rifiuto("RISPOSTA_ESTESA", `${descritte.length} ricevute pesano più di 4 MB: chiederne meno`)
      : ok(pdf);
  };
