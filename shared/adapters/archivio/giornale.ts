/** Reads of the journal over the store and the document bucket. */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import type { ParametriEvento } from "../../domain/eventi.ts";
import type { Deposito, Elemento, Filtro } from "../../ports/deposito.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { EventoArchiviato, FiltriEventi, Giornale, MessaggioConservato } from "../../ports/giornale.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { uguale, uno } from "./elenchi-ambito.ts";
import { opz, testo, testoOpz } from "./mappa.ts";
import { elencoEventi, soggettoEvento } from "./mappa-evento.ts";
import { type Elenco, intervallo, readPagina } from "./pagine.ts";

/** What a compressed message may grow to: the limit of the largest one that we accept, with room to spare. */
const MESSAGGIO_MASSIMO = 64 * 1024 * 1024;
const SEPARATORE = "\u0000";

const parametri = () =>
  z.object({
    url: testoOpz,
    method: testoOpz,
    status: opz(z.number()),
    data: testo,
    headers: opz(z.array(z.object({ nome: testo, valore: testo }))),
    tagliato: opz(z.boolean()),
    gzip: opz(z.instanceof(Uint8Array)),
    chiave: testoOpz,
    digest: testoOpz,
  });

const createSchema = () =>
  z.object({
    id: testo,
    componente: z.enum(["API_BACKOFFICE", "API_ENTE", "API_PAGOPA", "API_PAGAMENTO", "API_PENDENZE", "API_RAGIONERIA", "GOVPAY"]),
    categoriaEvento: z.enum(["INTERNO", "INTERFACCIA", "UTENTE"]),
    ruolo: z.enum(["CLIENT", "SERVER"]),
    tipoEvento: testo,
    sottotipoEvento: testoOpz,
    esito: z.enum(["OK", "KO", "FAIL"]),
    sottotipoEsito: testoOpz,
    dettaglioEsito: testoOpz,
    dataEvento: testo,
    durataMillisecondi: z.number(),
    idDominio: testoOpz,
    iuv: testoOpz,
    numeroAvviso: testoOpz,
    ccp: testoOpz,
    idA2A: testoOpz,
    idPendenza: testoOpz,
    idPagamento: testoOpz,
    datiPagoPA: opz(z.record(testo, testo)),
    severita: opz(z.number()),
    transactionId: testo,
    principal: testoOpz,
    cittadino: testoOpz,
    parametriRichiesta: opz(parametri()),
    parametriRisposta: opz(parametri()),
  });

type Parametri = z.output<ReturnType<typeof parametri>>;

interface Letto {
  readonly parametri?: ParametriEvento;
  readonly messaggio?: MessaggioConservato;
}

const splitMessaggio = (letti: Parametri | undefined): Letto => {
  if (!letti) return {};
  const { gzip, chiave, digest, ...resto } = letti;
  const messaggio: MessaggioConservato | undefined =
    digest === undefined ? undefined : { digest, ...(gzip !== undefined && { gzip }), ...(chiave !== undefined && { chiave }) };
  return { parametri: resto, ...(messaggio && { messaggio }) };
};

const riferimentoDi = ({ pk, sk }: Pick<Elemento, "pk" | "sk">): string => Buffer.from(`${pk}${SEPARATORE}${sk}`).toString("base64url");

const chiaveDi = (riferimento: string): { pk: string; sk: string } | undefined => {
  const [pk, sk, ...altro] = Buffer.from(riferimento, "base64url").toString("utf8").split(SEPARATORE);
  return pk && sk && altro.length === 0 && /^(POS|GIORNO)#/.test(pk) ? { pk, sk } : undefined;
};

type Fonte = { readonly elenco: Pick<Elenco, "indice">; readonly chiavi: readonly string[]; readonly condizioni: readonly Filtro[] };

/** The most selective key reads. A code or a debt may belong to a creditor of others: there the creditor is a condition. */
const fonteDi = (filtri: FiltriEventi): Fonte => {
  const { idDominio, iuv, visibili, domini } = filtri;
  const soggetto = soggettoEvento(filtri);
  if (idDominio !== undefined && iuv !== undefined)
    return { elenco: {}, chiavi: [`POS#${idDominio}#${iuv}`], condizioni: uno("idDominio", visibili) };
  const condizioni = [...uguale("idDominio", idDominio), ...uno("idDominio", visibili)];
  if (soggetto !== undefined)
    return { elenco: { indice: "perSoggetto" }, chiavi: [soggetto], condizioni: [...condizioni, ...uguale("iuv", iuv)] };
  if (iuv !== undefined) return { elenco: { indice: "perIuv" }, chiavi: [iuv], condizioni };
  const nessuno = idDominio === undefined && visibili === "*" ? [elencoEventi(undefined)] : [];
  return { elenco: { indice: "perElenco" }, chiavi: [...domini.map(elencoEventi), ...nessuno], condizioni: [] };
};

export class GiornaleArchivio implements Giornale {
  readonly #deposito: Deposito;
  readonly #documenti: Pick<Documenti, "get">;
  readonly #schema = createSchema();

  constructor(deposito: Deposito, documenti: Pick<Documenti, "get">) {
    this.#deposito = deposito;
    this.#documenti = documenti;
  }

  find(filtri: FiltriEventi, pagina: RichiestaPagina): Promise<Pagina<EventoArchiviato>> {
    const { elenco, chiavi, condizioni } = fonteDi(filtri);
    const { severitaDa, severitaA } = filtri;
    const altre: Filtro[] = [
      ...condizioni,
      // A debt or a payment is named by the key, or narrows what a code gives.
      ...uguale("idA2A", filtri.idA2A),
      ...uguale("idPendenza", filtri.idPendenza),
      ...uguale("idPagamento", filtri.idPagamento),
      ...(["ccp", "esito", "categoriaEvento", "tipoEvento", "sottotipoEvento", "componente", "ruolo"] as const).flatMap((campo) =>
        uguale(campo, filtri[campo]),
      ),
      ...(severitaDa === undefined ? [] : [{ campo: "severita", op: ">=", valore: severitaDa } as const]),
      ...(severitaA === undefined ? [] : [{ campo: "severita", op: "<=", valore: severitaA } as const]),
    ];
    const lettura: Elenco = { tabella: "eventi", ...elenco, ordine: filtri.ordine, filtri: altre, ...intervallo(filtri.da, filtri.a) };
    return readPagina(this.#deposito, lettura, chiavi, pagina, (elemento) => this.#decode(elemento));
  }

  async get(riferimento: string): Promise<EventoArchiviato | undefined> {
    const chiave = chiaveDi(riferimento);
    const elemento = chiave && (await this.#deposito.get("eventi", chiave));
    return elemento && this.#decode(elemento);
  }

  async readMessaggio({ gzip, chiave, digest }: MessaggioConservato): Promise<Uint8Array | undefined> {
    const conservato = gzip ?? (chiave === undefined ? undefined : await this.#documenti.get(chiave));
    if (conservato === undefined) return undefined;
    const byte = gunzipSync(conservato, { maxOutputLength: MESSAGGIO_MASSIMO });
    if (createHash("sha256").update(byte).digest("hex") !== digest)
      throw new Error("un messaggio del giornale non corrisponde alla sua impronta");
    return byte;
  }

  #decode(elemento: Elemento): EventoArchiviato {
    const esito = this.#schema.safeParse(elemento);
    if (!esito.success) throw new Error(`evento ${elemento.pk} ${elemento.sk} non conforme: ${z.prettifyError(esito.error)}`);
    const { parametriRichiesta, parametriRisposta, ...campi } = esito.data;
    const richiesta = splitMessaggio(parametriRichiesta);
    const risposta = splitMessaggio(parametriRisposta);
    return {
      riferimento: riferimentoDi(elemento),
      evento: {
        ...campi,
        ...(richiesta.parametri && { parametriRichiesta: richiesta.parametri }),
        ...(risposta.parametri && { parametriRisposta: risposta.parametri }),
      },
      messaggi: {
        ...(richiesta.messaggio && { richiesta: richiesta.messaggio }),
        ...(risposta.messaggio && { risposta: risposta.messaggio }),
      },
    };
  }
}
