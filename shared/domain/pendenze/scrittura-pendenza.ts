/** From what the application writes to what is stored: a debt is born, or an existing one takes the new data where it may (reference 3.2). */
import { type Esito, ok } from "../esito.ts";
import { creaAllineamento } from "../gpd/allineamento-voluto.ts";
import type { ArchivioPagoPA } from "../gpd/archivi.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import type { Allegato } from "./allegati.ts";
import type { AvvisoAssegnato } from "./avviso-pendenza.ts";
import { applyCosto } from "./costo-notifica.ts";
import { mergeNotifica } from "./notifica-send.ts";
import { dominioDi, idTipoPendenzaDi, type NuovaPendenza, type NuovaVoce } from "./nuova-pendenza.ts";
import type { Pendenza, Voce } from "./pendenza.ts";
import { mergeSegnalazioni, type Rilievo } from "./rilievi.ts";
import { statiPendenza } from "./stati-pendenza.ts";

/** What the load adds to the words of the application. */
export interface Aggiunte {
  readonly rilievi?: readonly Rilievo[];
  /** Absent = those that the debt has already. */
  readonly allegati?: readonly Allegato[];
  /** Archive of pagoPA that the creditor feeds with this type of debt. */
  readonly archivio?: ArchivioPagoPA;
  /** Its type has messages for the citizen. */
  readonly avvisata?: boolean;
}

export interface ContestoCreazione extends Aggiunte {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly avviso: AvvisoAssegnato;
  readonly uuid: string;
  readonly tipo: Pendenza["tipo"];
  /** List keys of the creditor, at least 1. */
  readonly frammenti: number;
  /** Its creditor is in prova. */
  readonly prova?: true | undefined;
  /** Instant. */
  readonly adesso: string;
}

const toVoce = (nuova: NuovaVoce, indice: number): Voce => ({ ...nuova, indice, stato: "Non eseguito", incassata: false });

/** Numbers are given in sequence: the digits before the check digits spread them evenly over the creditor's list keys. */
const frammentoDi = (iuv: string, frammenti: number): number => Number(iuv.slice(-6, -2)) % Math.max(1, frammenti);

/** What the application may write again at every PUT. */
const datiAggiornabili = (nuova: NuovaPendenza) => {
  const { voci, numeroAvviso, documento, proprieta, dataNotificaAvviso, dataPromemoriaScadenza, avvisaturaInibita, allegati, ...dati } =
    nuova;
  return { ...dati, idTipoPendenza: idTipoPendenzaDi(nuova) };
};

/** What stays as it was born, whatever the following loads say (reference 3.2). */
const datiDiNascita = ({
  documento,
  proprieta,
  dataNotificaAvviso,
  dataPromemoriaScadenza,
  avvisaturaInibita,
}: Pick<Pendenza, "documento" | "proprieta" | "dataNotificaAvviso" | "dataPromemoriaScadenza" | "avvisaturaInibita">) => ({
  ...(documento && { documento }),
  ...(proprieta && { proprieta }),
  ...(dataNotificaAvviso !== undefined && { dataNotificaAvviso }),
  ...(dataPromemoriaScadenza !== undefined && { dataPromemoriaScadenza }),
  ...(avvisaturaInibita && { avvisaturaInibita }),
});

export const createPendenza = (nuova: NuovaPendenza, contesto: ContestoCreazione): Pendenza => {
  const { idA2A, idPendenza, avviso, uuid, tipo, frammenti, adesso, rilievi = [], allegati = [] } = contesto;
  return {
    ...datiAggiornabili(nuova),
    ...datiDiNascita(nuova),
    ...(allegati.length > 0 && { allegati }),
    ...(contesto.archivio && { allineamento: creaAllineamento(contesto.archivio) }),
    ...(contesto.avvisata && { avvisatura: { impronta: "" } }),
    ...(contesto.prova && { prova: true }),
    versione: 0,
    idA2A,
    idPendenza,
    tipo,
    frammento: frammentoDi(avviso.iuv, frammenti),
    stato: "NON_ESEGUITA",
    segnalazioni: mergeSegnalazioni(avviso.segnalazioni, rilievi, adesso),
    iuv: avviso.iuv,
    numeroAvviso: avviso.numeroAvviso,
    uuid,
    importoPagato: 0n,
    importoIncassato: 0n,
    dataCaricamento: adesso,
    dataUltimoAggiornamento: adesso,
    ack: false,
    note: [],
    voci: nuova.voci.map((voce, i) => toVoce(voce, i + 1)),
  };
};

export type CodiceAggiornamento = "VER_003" | "VER_004" | "VER_005" | "VER_006" | "VER_007" | "VER_023" | "VER_024";
type Verifica = Esito<void, Rifiuto<CodiceAggiornamento>>;

const checkVoceRegistrata = (pendenza: Pendenza, vecchia: Voce, nuova: NuovaPendenza): Verifica => {
  const { idVocePendenza, destinazione: prima } = vecchia;
  const i = nuova.voci.findIndex((v) => v.idVocePendenza === idVocePendenza);
  const voce = nuova.voci[i];
  if (!voce) return rifiuto("VER_006", `voci: manca quella con idVocePendenza ${idVocePendenza}`);
  if (dominioDi(nuova, voce) !== (vecchia.idDominio ?? pendenza.idDominio)) {
    return rifiuto("VER_004", `voci.${i}.idDominio: il beneficiario di una voce non può cambiare`);
  }
  const dopo = voce.destinazione;
  switch (prima.variante) {
    case "entrata":
      if (dopo.variante === "entrata" && dopo.codEntrata === prima.codEntrata) return ok(undefined);
      return rifiuto("VER_007", `voci.${i}.codEntrata: ${prima.codEntrata} non può cambiare`);
    case "bollo":
      return dopo.variante === "bollo" ? ok(undefined) : rifiuto("VER_007", `voci.${i}.tipoBollo: un bollo non può cambiare entrata`);
    case "conto":
      if (dopo.variante === "conto" && dopo.ibanAccredito === prima.ibanAccredito) return ok(undefined);
      return rifiuto("VER_023", `voci.${i}.ibanAccredito: ${prima.ibanAccredito} non può cambiare`);
  }
};

const checkAggiornamento = (pendenza: Pendenza, nuova: NuovaPendenza): Verifica => {
  if (nuova.idDominio !== pendenza.idDominio) return rifiuto("VER_004", `idDominio ${pendenza.idDominio} non può cambiare`);
  if (nuova.idUnitaOperativa !== pendenza.idUnitaOperativa) {
    return rifiuto("VER_004", `idUnitaOperativa ${pendenza.idUnitaOperativa ?? "(assente)"} non può cambiare`);
  }
  if (nuova.numeroAvviso !== undefined && nuova.numeroAvviso !== pendenza.numeroAvviso) {
    return rifiuto("VER_024", `numeroAvviso ${pendenza.numeroAvviso} non può cambiare`);
  }
  if (nuova.voci.length < pendenza.voci.length) {
    return rifiuto("VER_005", `voci: ${nuova.voci.length}, meno delle ${pendenza.voci.length} già registrate`);
  }
  for (const vecchia of pendenza.voci) {
    const esito = checkVoceRegistrata(pendenza, vecchia, nuova);
    if (!esito.ok) return esito;
  }
  return ok(undefined);
};

/** Items known keep their index, new ones continue it. */
const mergeVoci = (pendenza: Pendenza, nuova: NuovaPendenza): readonly Voce[] => {
  const noti = new Map(pendenza.voci.map((voce) => [voce.idVocePendenza, voce.indice]));
  let ultimo = Math.max(...noti.values());
  return nuova.voci.map((voce) => toVoce(voce, noti.get(voce.idVocePendenza) ?? ++ultimo)).sort((a, b) => a.indice - b.indice);
};

/** The debt with the new data, unpaid again if it was annulled; or which forbidden change was asked for. `adesso` is an instant. */
export const updatePendenzaDa = (
  pendenza: Pendenza,
  nuova: NuovaPendenza,
  adesso: string,
  { rilievi = [], allegati = pendenza.allegati ?? [], archivio, avvisata }: Aggiunte = {},
): Esito<Pendenza, Rifiuto<CodiceAggiornamento>> => {
  const stato = statiPendenza.next(pendenza.stato, "aggiorna");
  if (!stato.ok)
    return rifiuto("VER_003", `la pendenza è nello stato ${pendenza.stato}, si aggiorna solo in ${stato.errore.ammessi.join(" o ")}`);
  // A load repeated every night must not make payable again what was paid at the counter.
  if (pendenza.pagataAltrove)
    return rifiuto("VER_003", "la pendenza è stata pagata altrove: si aggiorna solo dopo averla ripristinata (PATCH /stato)");
  const ammesso = checkAggiornamento(pendenza, nuova);
  if (!ammesso.ok) return ammesso;
  const { versione, idA2A, idPendenza, tipo, frammento, segnalazioni, iuv, numeroAvviso, uuid, importoPagato, importoIncassato } = pendenza;
  const { dataCaricamento, ack, note, descrizioneStato } = pendenza;
  const riattivata = stato.valore !== pendenza.stato;
  const notificaSend = mergeNotifica(pendenza.notificaSend, nuova.notificaSend);
  const allineamento = pendenza.allineamento ?? (archivio && creaAllineamento(archivio));
  const avvisatura = pendenza.avvisatura ?? (avvisata ? { impronta: "" } : undefined);
  const aggiornata: Pendenza = {
    ...datiAggiornabili(nuova),
    ...datiDiNascita(pendenza),
    ...{
      versione,
      idA2A,
      idPendenza,
      tipo,
      frammento,
      iuv,
      numeroAvviso,
      uuid,
      importoPagato,
      importoIncassato,
      dataCaricamento,
      ack,
      note,
    },
    // The reason of an annulment goes with it.
    ...(descrizioneStato !== undefined && !riattivata && { descrizioneStato }),
    ...(allegati.length > 0 && { allegati }),
    ...(allineamento && { allineamento }),
    ...(avvisatura && { avvisatura }),
    ...(notificaSend && { notificaSend }),
    ...(pendenza.prova && { prova: true }),
    segnalazioni: mergeSegnalazioni(segnalazioni, rilievi, adesso),
    stato: stato.valore,
    dataUltimoAggiornamento: adesso,
    voci: mergeVoci(pendenza, nuova),
  };
  return ok(applyCosto(aggiornata));
};
