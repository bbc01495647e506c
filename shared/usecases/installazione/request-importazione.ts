/** A document is accepted whole or not at all: read to the last field before anything is kept, then compared and written by a worker. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Documento, readDocumento } from "../../domain/installazione/documento.ts";
import { chiaviImportazione, type Importazione } from "../../domain/installazione/importazione.ts";
import { coversCreditore } from "../../domain/installazione/installazione.ts";
import { descrizioneDi, findServizioMancante, percorsoVoce, type Sezione } from "../../domain/installazione/sezioni.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traduttore, VoceAperta } from "../../ports/installazione.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly traduttore: Pick<Traduttore, "open">;
  readonly oggetti: Pick<Oggetti, "put">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Hexadecimal SHA-256. */
  readonly impronta: (contenuto: Uint8Array) => string;
}

export interface RichiestaImportazione {
  /** As it came: it is kept as the record of what was asked. */
  readonly contenuto: Uint8Array;
  /** The same, parsed. */
  readonly json: unknown;
  readonly simulazione: boolean;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

/** So many errors are enough to understand what is wrong with a document. */
const ERRORI_MASSIMI = 20;
/** Entries that somebody limited to a creditor sees whole. */
const DI_UN_CREDITORE: readonly Sezione[] = [
  ...(["intermediario", "stazione", "entrata", "tipoPendenza", "dominio", "unitaOperativa", "conto"] as const),
  ...(["entrataDominio", "tipoPendenzaDominio", "profiloLettura", "tracciatoContabile", "impostazioniRiscontri", "instradamento"] as const),
];
/** Entries whose identifier is that of the creditor. */
const INTITOLATE: readonly Sezione[] = ["dominio", "impostazioniRiscontri", "instradamento"];

/** Every body read by its contract. Errors: Italian sentences, the first ones. */
export const openDocumento = (
  json: unknown,
  traduttore: Pick<Traduttore, "open">,
): Esito<{ documento: Documento; voci: readonly VoceAperta[] }> => {
  const letto = readDocumento(json);
  if (!letto.ok) return letto;
  const voci: VoceAperta[] = [];
  const errori: string[] = [];
  for (const voce of letto.valore.voci) {
    const aperta = traduttore.open(voce);
    if (aperta.ok) voci.push(aperta.valore);
    else errori.push(`${percorsoVoce(voce)}: ${aperta.errore}`);
  }
  if (errori.length === 0) return ok({ documento: letto.valore, voci });
  const altri = errori.length - ERRORI_MASSIMI;
  return ko(`${errori.slice(0, ERRORI_MASSIMI).join("; ")}${altri > 0 ? `; e altre ${altri} voci` : ""}`);
};

/** Who compares sees what is there, who writes must be able to: rights on every part that the document has, and no creditor but one's own. */
const checkDiritti = (
  { idDominio, voci }: Documento,
  simulazione: boolean,
  chiamante: Chiamante,
): Esito<void, Rifiuto<"NON_AUTORIZZATO">> => {
  const sezioni = [...new Set(voci.map(({ sezione }) => sezione))];
  const diritti = simulazione ? (["R"] as const) : (["R", "W"] as const);
  for (const diritto of diritti) {
    const mancante = findServizioMancante(chiamante, sezioni, diritto);
    if (mancante !== undefined) return rifiuto("NON_AUTORIZZATO", `serve il diritto ${diritto} su ${mancante}`);
  }
  if (chiamante.domini === "*") return ok(undefined);
  if (idDominio === undefined || !coversCreditore(chiamante, idDominio))
    return rifiuto("NON_AUTORIZZATO", "idDominio: chi opera solo su alcuni domini importa il documento di uno di quelli");
  const altra = voci.find(({ sezione }) => !DI_UN_CREDITORE.includes(sezione));
  return altra === undefined
    ? ok(undefined)
    : rifiuto("NON_AUTORIZZATO", `${descrizioneDi(altra.sezione).elenco}: sezione riservata a chi opera su tutti i domini`);
};

/** A document that says to be of a creditor holds no other. */
const checkDominio = ({ idDominio, voci }: Documento): Esito<void, Rifiuto<"SINTASSI">> => {
  if (idDominio === undefined) return ok(undefined);
  const altro = voci.find((voce) => INTITOLATE.includes(voce.sezione) && voce.id !== idDominio);
  return altro === undefined ? ok(undefined) : rifiuto("SINTASSI", `${percorsoVoce(altro)}: il documento è del solo dominio ${idDominio}`);
};

/** Refuses a document that is not one, of a later version, or with an entry that its PUT would refuse for its form (400); missing rights (403). */
export const requestImportazione =
  ({ traduttore, oggetti, unitOfWork, clock, ids, impronta }: Porte) =>
  async (richiesta: RichiestaImportazione): Promise<Esito<Importazione, Rifiuto<"SINTASSI" | "NON_AUTORIZZATO" | "CONFLITTO">>> => {
    const { contenuto, json, simulazione, chiamante, traccia } = richiesta;
    const aperto = openDocumento(json, traduttore);
    if (!aperto.ok) return rifiuto("SINTASSI", aperto.errore);
    const { documento } = aperto.valore;
    const dominio = checkDominio(documento);
    if (!dominio.ok) return dominio;
    const ammesso = checkDiritti(documento, simulazione, chiamante);
    if (!ammesso.ok) return ammesso;
    const id = ids.next();
    const adesso = clock.now();
    await oggetti.put(chiaviImportazione.documento(id), contenuto, "application/json");
    const importazione: Importazione = {
      versione: 0,
      id,
      stato: "IN_ATTESA",
      simulazione,
      ...(documento.idDominio !== undefined && { idDominio: documento.idDominio }),
      impronta: impronta(contenuto),
      mittente: chiamante,
      dataRichiesta: adesso,
      dataUltimoAggiornamento: adesso,
      ...{ tappa: 0, posizione: 0, scritte: 0, inApprovazione: 0, rifiutate: 0 },
    };
    const scritto = await unitOfWork.commit([{ azione: "crea", entita: "importazione", valore: importazione }], {
      eventi: [
        traccia.evento({
          ...(documento.idDominio !== undefined && { idDominio: documento.idDominio }),
          dettaglioEsito: `Importazione ${id}${simulazione ? " simulata" : ""}: ${documento.voci.length} voci, documento ${importazione.impronta}`,
        }),
      ],
      messaggi: [{ coda: "importazioni", corpo: { id, tappa: 0 } }],
    });
    return scritto.ok ? ok({ ...importazione, versione: 1 }) : rifiuto("CONFLITTO");
  };
