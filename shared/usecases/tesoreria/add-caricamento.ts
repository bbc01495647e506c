/** Upload of a treasury file: the file goes to the bucket, the loading and the message for its worker are written together. The same file again is recognised. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { type Caricamento, chiaviCaricamento, type FormatoCaricamento, SENZA_CONTEGGI } from "../../domain/tesoreria/caricamento.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Tesoreria } from "../../ports/tesoreria.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { chiaveDoppio } from "./open-file.ts";
import { messaggioDi } from "./progresso.ts";

export interface PorteCaricamento {
  readonly tesoreria: Pick<Tesoreria, "findDoppio" | "getCaricamento">;
  readonly oggetti: Pick<Oggetti, "put" | "linkScrittura">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Hexadecimal SHA-256. */
  readonly impronta: (contenuto: Uint8Array) => string;
}

export interface NuovoCaricamento {
  readonly idDominio: string;
  readonly nomeFile: string;
  readonly formato?: FormatoCaricamento;
  readonly profilo?: string;
  /** Reads the file even if it was loaded before. */
  readonly forza: boolean;
}

export type CodiceNuovoCaricamento = "NON_AUTORIZZATO" | "DOM_000" | "DOM_001" | "CONFLITTO";

/** What the bucket is told: the true format is in the bytes. */
export const MEDIA_CARICAMENTO = "application/octet-stream";

const checkAmbito = async (
  anagrafiche: PorteCaricamento["anagrafiche"],
  idDominio: string,
  chiamante: Chiamante,
): Promise<Esito<void, Rifiuto<CodiceNuovoCaricamento>>> => {
  if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `idDominio ${idDominio} fuori dal proprio ambito`);
  const creditore = await anagrafiche.getCreditore(idDominio);
  if (!creditore) return rifiuto("DOM_000", `idDominio ${idDominio} non registrato`);
  return creditore.dominio.abilitato ? ok(undefined) : rifiuto("DOM_001", `idDominio ${idDominio} disabilitato`);
};

export const createCaricamento = (
  { forza, formato, profilo, ...dati }: NuovoCaricamento,
  id: string,
  { tipo, principal, nome }: Caricamento["mittente"],
  adesso: string,
): Caricamento => ({
  ...dati,
  ...definiti({ formato, profilo }),
  ...SENZA_CONTEGGI,
  versione: 0,
  id,
  stato: "IN_ATTESA",
  mittente: { tipo, principal, nome },
  forzato: forza,
  dataOraCaricamento: adesso,
  dataOraUltimoAggiornamento: adesso,
  ...{ tappa: 0, partiScarti: 0, conti: [], segnalazioni: [] },
});

const eventi = (traccia: Traccia, { idDominio, id }: Caricamento) => [traccia.evento({ idDominio, datiPagoPA: { idCaricamento: id } })];

export const createAddCaricamento =
  ({ tesoreria, oggetti, unitOfWork, anagrafiche, clock, ids, impronta }: PorteCaricamento) =>
  /** @returns the loading and whether it is new; a file already loaded answers its own loading, and nothing is written. */
  async (
    nuovo: NuovoCaricamento,
    contenuto: Uint8Array,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<{ readonly caricamento: Caricamento; readonly nuovo: boolean }, Rifiuto<CodiceNuovoCaricamento>>> => {
    const ammesso = await checkAmbito(anagrafiche, nuovo.idDominio, chiamante);
    if (!ammesso.ok) return ammesso;
    const digest = impronta(contenuto);
    const chiave = chiaveDoppio(nuovo, digest);
    const findGia = async () => {
      const id = nuovo.forza ? undefined : await tesoreria.findDoppio(chiave);
      return id === undefined ? undefined : tesoreria.getCaricamento(id);
    };
    const gia = await findGia();
    if (gia) return ok({ caricamento: gia, nuovo: false });
    const caricamento = {
      ...createCaricamento(nuovo, ids.next(), chiamante, clock.now()),
      ...{ impronta: digest, dimensione: contenuto.length },
    };
    await oggetti.put(chiaviCaricamento.originale(caricamento), contenuto, MEDIA_CARICAMENTO);
    const unicita = { versione: 0, ambito: "caricamento", chiave, riferimento: caricamento.id } as const;
    const modifiche: Modifica[] = [
      { azione: "crea", entita: "caricamento", valore: caricamento },
      ...(nuovo.forza ? [] : [{ azione: "crea", entita: "unicita", valore: unicita } as const]),
    ];
    const scritto = await unitOfWork.commit(modifiche, { eventi: eventi(traccia, caricamento), messaggi: [messaggioDi(caricamento)] });
    if (scritto.ok) return ok({ caricamento, nuovo: true });
    // The same file, sent twice at the same time.
    const altro = await findGia();
    return altro ? ok({ caricamento: altro, nuovo: false }) : rifiuto("CONFLITTO");
  };

/** How long the link for the upload of a large file lives. */
const LINK_SECONDI = 3_600;

export interface CaricamentoAnnunciato {
  readonly caricamento: Caricamento;
  readonly url: string;
  readonly tipoContenuto: string;
  readonly secondi: number;
}

/** A file too large for a request: the caller writes it in the bucket by a link, and the job that looks there begins its reading. */
export const createAnnounceCaricamento =
  ({ oggetti, unitOfWork, anagrafiche, clock, ids }: Omit<PorteCaricamento, "tesoreria" | "impronta">) =>
  async (
    nuovo: NuovoCaricamento,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<CaricamentoAnnunciato, Rifiuto<CodiceNuovoCaricamento>>> => {
    const ammesso = await checkAmbito(anagrafiche, nuovo.idDominio, chiamante);
    if (!ammesso.ok) return ammesso;
    const caricamento: Caricamento = { ...createCaricamento(nuovo, ids.next(), chiamante, clock.now()), stato: "IN_CARICAMENTO" };
    const scritto = await unitOfWork.commit([{ azione: "crea", entita: "caricamento", valore: caricamento }], {
      eventi: eventi(traccia, caricamento),
    });
    if (!scritto.ok) return rifiuto("CONFLITTO");
    const url = oggetti.linkScrittura(chiaviCaricamento.originale(caricamento), MEDIA_CARICAMENTO, LINK_SECONDI);
    return ok({ caricamento, url, tipoContenuto: MEDIA_CARICAMENTO, secondi: LINK_SECONDI });
  };
