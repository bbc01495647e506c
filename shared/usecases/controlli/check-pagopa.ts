/**
 * The daily look at pagoPA's Backoffice: accounts and stations of every creditor, against the registry. A list that cannot be read whole gives
 * no verdict: half a list would call unknown the accounts of the other half. Safe to run twice: what it writes is what it sees.
 */
import { type Connettore, type Dominio, type Intermediario, stazioneAttiva } from "../../domain/anagrafiche/creditore.ts";
import { type Controllo, type EntePagoPa, gravitaDi, RILIEVI, type Rilievo } from "../../domain/controlli/controllo.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { BackofficeEc, ErroreBackofficeEc, PaginaBackofficeEc } from "../../ports/backoffice-ec.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { type Esaminato, examineCreditore } from "./examine-creditore.ts";

interface Porte {
  readonly registro: RegistroDiBase;
  readonly posizioni: Pick<Posizioni, "findPendenzePerConto">;
  readonly backofficeEc: BackofficeEc;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export type CifreControllo = Readonly<Record<"intermediari" | "domini" | "conti" | "allarmi" | "avvisi" | "falliti" | "rimandati", number>>;

/** 100 elements each: far more than an intermediary has. */
const PAGINE_MASSIME = 500;
const LETTURE = 2;
/** Within the function's 300 s, with room to finish the creditor in hand. */
const TEMPO_MILLISECONDI = 240_000;
const PER_TRANSAZIONE = 90;

type Pagina<T> = (pagina: number) => Promise<Esito<PaginaBackofficeEc<T>, ErroreBackofficeEc>>;

/** All the pages; read again from the start when the list changed under the reader: a row that moves from one page to another would be lost. */
const readTutto = async <T>(get: Pagina<T>): Promise<Esito<readonly T[], ErroreBackofficeEc>> => {
  for (let lettura = 0; lettura < LETTURE; lettura += 1) {
    const elementi: T[] = [];
    const totali = new Set<number>();
    for (let pagina = 0; pagina < PAGINE_MASSIME; pagina += 1) {
      const esito = await get(pagina);
      if (!esito.ok) return esito;
      elementi.push(...esito.valore.elementi);
      totali.add(esito.valore.totale);
      if (pagina + 1 >= esito.valore.pagineTotali || esito.valore.elementi.length === 0) break;
    }
    if (totali.size === 1 && totali.has(elementi.length)) return ok(elementi);
  }
  return ko({ causa: "illeggibile", dettaglio: "le pagine non contengono gli elementi che l'elenco dichiara" });
};

const groupBy = <T extends { readonly idDominio: string }>(elementi: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(elementi, ({ idDominio }) => idDominio);

const noticeSconosciuti = (enti: readonly EntePagoPa[], registrati: ReadonlySet<string>, data: string): readonly Esaminato[] =>
  [...groupBy(enti)].flatMap(([idDominio, [ente]]): Esaminato[] => {
    if (!ente || registrati.has(idDominio)) return [];
    const codice = "ENTE_NON_REGISTRATO";
    const descrizione = `${ente.ragioneSociale} è associato all'intermediario su pagoPA e non è registrato qui`;
    const rilievi: Rilievo[] = [{ codice, gravita: RILIEVI[codice], descrizione }];
    return [{ idDominio, oggetto: "STAZIONE", riferimento: ente.idStazione ?? "-", data, rilievi, suPagoPa: true }];
  });

export const checkPagoPa = ({ registro, posizioni, backofficeEc, unitOfWork, clock }: Porte) => {
  const examine = examineCreditore({ posizioni });

  const tell = (traccia: Traccia, dettaglioEsito: string): Promise<void> =>
    unitOfWork.putEventi([
      traccia.evento({
        componente: "API_PAGOPA",
        ruolo: "CLIENT",
        tipoEvento: "controllaIban",
        esito: "FAIL",
        dettaglioEsito,
        severita: 5,
      }),
    ]);

  /** A refusal means that another run wrote meanwhile: it saw the same, and tomorrow comes the next. */
  const write = async (esaminati: readonly Esaminato[], noti: readonly Controllo[]): Promise<void> => {
    const chiave = ({ idDominio, oggetto, riferimento }: Esaminato): string => `${idDominio}#${oggetto}#${riferimento}`;
    const precedenti = new Map(noti.map((noto) => [chiave(noto), noto]));
    const modifiche = esaminati.map((esaminato): Modifica => {
      const noto = precedenti.get(chiave(esaminato));
      precedenti.delete(chiave(esaminato));
      return noto
        ? { azione: "sostituisci", entita: "controllo", valore: { ...esaminato, versione: noto.versione } }
        : { azione: "crea", entita: "controllo", valore: { ...esaminato, versione: 0 } };
    });
    const tolti = [...precedenti.values()].map((valore): Modifica => ({ azione: "elimina", entita: "controllo", valore }));
    const tutte = [...modifiche, ...tolti];
    for (let i = 0; i < tutte.length; i += PER_TRANSAZIONE) await unitOfWork.commit(tutte.slice(i, i + PER_TRANSAZIONE));
  };

  const isLeft = (traccia: Traccia): boolean => Date.parse(clock.now()) < Date.parse(traccia.inizio) + TEMPO_MILLISECONDI;

  const checkIntermediario = async (
    { idIntermediario }: Intermediario,
    connettore: Connettore,
    tutti: readonly Controllo[],
    domini: readonly Dominio[],
    traccia: Traccia,
  ): Promise<Esito<{ domini: number; rimandati: number; esaminati: readonly Esaminato[] }, ErroreBackofficeEc>> => {
    const conti = await readTutto((pagina) => backofficeEc.findConti(connettore, idIntermediario, pagina));
    if (!conti.ok) return conti;
    const enti = await readTutto((pagina) => backofficeEc.findEnti(connettore, idIntermediario, pagina));
    if (!enti.ok) return enti;
    const stazioni = new Map((await registro.list("stazione", idIntermediario)).map((s) => [s.idStazione, s]));
    const [perConti, perEnti, perNoti] = [groupBy(conti.valore), groupBy(enti.valore), groupBy(tutti)];
    const data = clock.now();
    const esaminati: Esaminato[] = [];
    const cifre = { domini: 0, rimandati: 0 };
    for (const dominio of domini) {
      const { idDominio } = dominio;
      const stazione = stazioni.get(stazioneAttiva(dominio) ?? "");
      if (!stazione || !dominio.abilitato || !dominio.intermediato) continue;
      if (!isLeft(traccia)) {
        cifre.rimandati += 1;
        continue;
      }
      const [registrati, entrate] = await Promise.all([registro.list("conto", idDominio), registro.list("entrataDominio", idDominio)]);
      const noti = perNoti.get(idDominio) ?? [];
      const righe = perConti.get(idDominio) ?? [];
      const esito = await examine({ dominio, stazione, conti: registrati, entrate, righe, enti: perEnti.get(idDominio) ?? [], noti }, data);
      await write(esito, noti);
      esaminati.push(...esito);
      cifre.domini += 1;
    }
    for (const sconosciuto of noticeSconosciuti(enti.valore, new Set(domini.map(({ idDominio }) => idDominio)), data)) {
      await write([sconosciuto], perNoti.get(sconosciuto.idDominio) ?? []);
      esaminati.push(sconosciuto);
    }
    return ok({ ...cifre, esaminati });
  };

  return async (traccia: Traccia): Promise<CifreControllo> => {
    const [intermediari, domini, noti] = await Promise.all([
      registro.list("intermediario"),
      registro.list("dominio"),
      registro.list("controllo"),
    ]);
    const esaminati = new Set<string>();
    const cifre = { intermediari: 0, domini: 0, conti: 0, allarmi: 0, avvisi: 0, falliti: 0, rimandati: 0 };
    for (const intermediario of intermediari) {
      const connettore = intermediario.servizioPagoPaBackofficeEC;
      if (!intermediario.abilitato || !connettore) continue;
      cifre.intermediari += 1;
      const esito = await checkIntermediario(intermediario, connettore, noti, domini, traccia);
      if (!esito.ok) {
        cifre.falliti += 1;
        await tell(traccia, `intermediario ${intermediario.idIntermediario}: ${esito.errore.dettaglio}`);
        continue;
      }
      const { esaminati: suoi } = esito.valore;
      for (const { idDominio } of suoi) esaminati.add(idDominio);
      cifre.domini += esito.valore.domini;
      cifre.rimandati += esito.valore.rimandati;
      cifre.conti += suoi.filter(({ oggetto }) => oggetto === "CONTO").length;
      cifre.allarmi += suoi.filter((e) => gravitaDi(e) === "ALLARME").length;
      cifre.avvisi += suoi.filter((e) => gravitaDi(e) === "AVVISO").length;
    }
    // What nobody looks at any more (a creditor gone, or moved elsewhere) would tell an old story for ever.
    const orfani = noti.filter(({ idDominio }) => !esaminati.has(idDominio));
    if (cifre.falliti + cifre.rimandati === 0) await write([], orfani);
    return cifre;
  };
};
