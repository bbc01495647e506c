/**
 * Subject and text of a message, from the template of the creditor or from the built-in words. A template costs at most its budget, and writes text: what comes
 * from the debt never becomes a mark-up of the channel, because it is made harmless before the template sees it.
 */
import type { Creditore, TipoPendenza } from "../anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../esito.ts";
import { TIPO_FREEMARKER } from "../form/freemarker/esegui.ts";
import { compileTesto, SPESA_MASSIMA } from "../form/freemarker/modello.ts";
import { Momento } from "../form/freemarker/valori.ts";
import { testoModello } from "../form/trasforma-dati.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import { ErroreModello } from "../tracciati/espressioni/funzioni.ts";
import { giornoDi, giornoItaliano, toIsoRoma } from "../valori/date.ts";
import { formatImportoItaliano } from "../valori/importo.ts";
import { impostazioniDi, type LivelliPromemoria } from "./impostazioni.ts";
import type { Canale, Promemoria } from "./promemoria.ts";
import { LINGUE_PROMEMORIA, type LinguaPromemoria, writePredefinito } from "./testi-predefiniti.ts";

const MODELLO_MASSIMO = 64 * 1024;
const OGGETTO_MASSIMO = 200;
const TESTO_MASSIMO = 20_000;

export interface DaScrivere {
  readonly pendenza: Pendenza;
  readonly ricevuta: Ricevuta | undefined;
  readonly promemoria: Pick<Promemoria, "tipo" | "canale">;
  readonly creditore: Creditore;
  readonly tipo: TipoPendenza | undefined;
  readonly livelli: LivelliPromemoria;
  readonly adesso: string;
}

export interface Testi {
  readonly oggetto: string;
  readonly testo: string;
}

const CONTROLLI = /[\p{Cc}\p{Cs}]+/gu;
/** Signs with which Markdown, or the HTML inside it, would make links, images and emphasis. */
const SEGNI_MARKDOWN = /[\\`*_{}[\]<>#!|~]/g;

/** One line of plain words; in Markdown, also without a sign that means something. */
const innocuo = (valore: string, canale: Canale): string => {
  const riga = valore.replace(CONTROLLI, " ").trim();
  return canale === "APP_IO" ? riga.replace(SEGNI_MARKDOWN, "").replaceAll("://", ": //") : riga;
};

const innocui = (valore: unknown, canale: Canale): unknown => {
  if (typeof valore === "string") return innocuo(valore, canale);
  if (Array.isArray(valore)) return valore.map((uno) => innocui(uno, canale));
  if (typeof valore !== "object" || valore === null) return valore;
  return Object.fromEntries(
    Object.entries(valore).flatMap(([nome, campo]) => (campo === undefined ? [] : [[nome, innocui(campo, canale)] as const])),
  );
};

const linguaDi = ({ proprieta }: Pendenza): LinguaPromemoria => {
  const scelta = proprieta?.["linguaSecondaria"];
  return LINGUE_PROMEMORIA.find((lingua) => lingua === scelta) ?? "it";
};

const fattiDi = ({ pendenza, ricevuta, creditore, promemoria: { canale } }: DaScrivere) => {
  const scadenza = pendenza.dataScadenza ?? pendenza.dataValidita;
  return {
    ente: innocuo(creditore.dominio.ragioneSociale, canale),
    causale: innocuo(pendenza.causale, canale),
    importo: formatImportoItaliano(ricevuta?.importo ?? pendenza.importo),
    numeroAvviso: pendenza.numeroAvviso,
    scadenza: scadenza === undefined ? undefined : giornoItaliano(scadenza),
    dataPagamento: ricevuta && giornoItaliano(giornoDi(ricevuta.dataPagamento)),
    idRicevuta: ricevuta?.idRicevuta,
  };
};

/** What a template may name (docs/comunicazioni.md). No address of the debtor, and nothing that opens the debt to who reads. */
const variabiliDi = (da: DaScrivere): ReadonlyMap<string, unknown> => {
  const { pendenza, ricevuta, creditore, tipo, promemoria } = da;
  const { idPendenza, iuv, debitore, dataValidita, dataScadenza, annoRiferimento, documento } = pendenza;
  const { dominio } = creditore;
  const fatti = fattiDi(da);
  const soggetto = { anagrafica: debitore.anagrafica, identificativo: debitore.identificativo, tipo: debitore.tipo };
  const variabili = {
    ...fatti,
    iuv,
    dominio: { ...{ idDominio: dominio.idDominio, codDominio: dominio.idDominio, ragioneSociale: dominio.ragioneSociale } },
    tipoPendenza: { idTipoPendenza: pendenza.idTipoPendenza, descrizione: tipo?.descrizione ?? pendenza.idTipoPendenza },
    debitore: soggetto,
    pendenza: {
      ...{
        idPendenza,
        iuv,
        causale: pendenza.causale,
        importo: fatti.importo,
        numeroAvviso: pendenza.numeroAvviso,
        soggettoPagatore: soggetto,
      },
      ...{ dataValidita, dataScadenza, annoRiferimento, stato: pendenza.stato },
      ...(documento && {
        documento: { identificativo: documento.identificativo, descrizione: documento.descrizione, rata: documento.rata },
      }),
    },
    ...(ricevuta && {
      ricevuta: {
        ...{ idRicevuta: ricevuta.idRicevuta, importo: fatti.importo, dataPagamento: fatti.dataPagamento },
        ...{ psp: ricevuta.denominazionePsp, esito: ricevuta.esito },
      },
    }),
  };
  return new Map(
    Object.entries(variabili).flatMap(([nome, v]) => (v === undefined ? [] : [[nome, innocui(v, promemoria.canale)] as const])),
  );
};

const execute = (definizione: string, da: DaScrivere): string => {
  const testo = testoModello(definizione);
  if (testo.length > MODELLO_MASSIMO) throw new ErroreModello(`modello di oltre ${MODELLO_MASSIMO / 1024} kB`);
  return compileTesto(testo)({
    variabili: new Map(variabiliDi(da)),
    adesso: new Momento(toIsoRoma(da.adesso).slice(0, 23)),
    spesa: { residua: SPESA_MASSIMA },
  });
};

/** @returns what is sent; or, in Italian, what is wrong with the template. */
export const renderPromemoria = (da: DaScrivere): Esito<Testi, string> => {
  const { canale, tipo } = da.promemoria;
  const predefinito = writePredefinito(tipo, fattiDi(da), linguaDi(da.pendenza));
  const { modello } = impostazioniDi(da.livelli, canale, tipo);
  if (modello && modello.tipo.toLowerCase() !== TIPO_FREEMARKER)
    return ko(`tipo ${modello.tipo.slice(0, 35)} non previsto: ammesso ${TIPO_FREEMARKER}`);
  try {
    const oggetto = modello?.oggetto === undefined ? predefinito.oggetto : execute(modello.oggetto, da);
    const testo = modello?.messaggio === undefined ? predefinito.testo : execute(modello.messaggio, da);
    return ok({
      oggetto: oggetto.replace(CONTROLLI, " ").trim().slice(0, OGGETTO_MASSIMO),
      testo: testo.replaceAll("\r\n", "\n").slice(0, TESTO_MASSIMO),
    });
  } catch (errore) {
    if (errore instanceof ErroreModello) return ko(errore.message);
    throw errore;
  }
};
